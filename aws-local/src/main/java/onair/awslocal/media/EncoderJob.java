package onair.awslocal.media;

import java.util.List;

/**
 * One channel to encode: a ladder of renditions made from one source.
 *
 * @param channelId identity of the job; at most one runs per id
 * @param source whose pictures and sound are encoded
 * @param video renditions with distinct names, all of the same {@code gop}; may be empty if there
 *     is audio
 * @param audio renditions with distinct names, distinct from the video ones; may be empty if there
 *     is video
 * @param ingestTarget the origin's channel that receives the tracks, one of {@link IngestTargets}
 *     or {@link #objectsOnly}
 * @param hls what is written to objects beside it
 */
public record EncoderJob(
    String channelId,
    LiveSource source,
    List<VideoRendition> video,
    List<AudioRendition> audio,
    String ingestTarget,
    List<HlsOutput> hls) {

  private static final String OBJECTS_ONLY = "objects-of:";

  public EncoderJob {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    hls = List.copyOf(hls);
  }

  /** A job that only feeds the origin. */
  public EncoderJob(
      String channelId,
      LiveSource source,
      List<VideoRendition> video,
      List<AudioRendition> audio,
      String ingestTarget) {
    this(channelId, source, video, audio, ingestTarget, List.of());
  }

  /** The ingest target of a channel that goes to no packager; it is no name of a packager's. */
  public static String objectsOnly(String channelId) {
    return OBJECTS_ONLY + channelId;
  }

  /** Whether the ingest target is the job's own. */
  public boolean isForObjectsOnly() {
    return ingestTarget.startsWith(OBJECTS_ONLY);
  }
}
