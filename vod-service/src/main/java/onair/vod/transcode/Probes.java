package onair.vod.transcode;

/** Looks into files without paying for a job. Failures of AWS pass as the SDK's exceptions. */
public interface Probes {

  /** What a look into a file gave. */
  sealed interface Probed {

    /** It could be read. */
    record Media(MediaFacts facts) implements Probed {}

    /**
     * It is nothing that can be transcoded.
     *
     * @param reason in AWS's words
     */
    record NoMedia(String reason) implements Probed {}
  }

  Probed probe(String key);
}
