package onair.awslocal.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One pipeline of a channel to encode: a ladder of renditions made from one of its inputs at a
 * time.
 *
 * @param channelId identity of the channel
 * @param pipeline 0 or 1; at most one job runs per channel and pipeline
 * @param inputs what it can be encoded from, with distinct names; it begins with the first
 * @param video renditions with distinct names, all of the same {@code gop}; may be empty if there
 *     is audio
 * @param audio renditions with distinct names, distinct from the video ones; may be empty if there
 *     is video
 * @param ingestTarget the origin's channel that receives the tracks, one of {@link IngestTargets}
 *     or {@link #objectsOnly}
 * @param hls what is written to objects beside it
 * @param pushes where else it is delivered to, with distinct names
 * @param inputLoss what is shown while nothing arrives; null for nothing at all
 */
public record EncoderJob(
    String channelId,
    int pipeline,
    List<EncoderInput> inputs,
    List<VideoRendition> video,
    List<AudioRendition> audio,
    String ingestTarget,
    List<HlsOutput> hls,
    List<Push> pushes,
    @Nullable InputLoss inputLoss) {

  private static final String OBJECTS_ONLY = "objects-of:";

  public EncoderJob {
    inputs = List.copyOf(inputs);
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    hls = List.copyOf(hls);
    pushes = List.copyOf(pushes);
  }

  /** A job of a single pipeline with a single input. */
  public EncoderJob(
      String channelId,
      LiveSource source,
      List<VideoRendition> video,
      List<AudioRendition> audio,
      String ingestTarget,
      List<HlsOutput> hls) {
    this(
        channelId,
        0,
        List.of(new EncoderInput("", source, null)),
        video,
        audio,
        ingestTarget,
        hls,
        List.of(),
        null);
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

  /** Of the input it begins with. */
  public LiveSource source() {
    return inputs.getFirst().source();
  }

  /** What tells this pipeline from all others on this machine. */
  public String key() {
    return channelId + "/" + pipeline;
  }
}
