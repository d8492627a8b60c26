package onair.vod.transcode;

import java.time.Duration;
import onair.vod.transcode.MediaFacts.Video;

/**
 * Whether a source can become an asset, decided before anything is paid for. Pure.
 *
 * @param longestSide most pixels of a picture's longer side
 * @param longestDuration of a source
 */
public record SourceCheck(int longestSide, Duration longestDuration) {

  private static final int SHORTEST_SIDE = 16;
  private static final double MOST_FRAMES_PER_SECOND = 120;

  /** What was decided. */
  public sealed interface Verdict {

    /** It is worth a job. */
    record Accepted(MediaFacts facts, Video video) implements Verdict {}

    /**
     * No job is paid for it.
     *
     * @param reason a sentence for its user
     */
    record Rejected(String reason) implements Verdict {}
  }

  /** Judges what a probe gave. */
  public Verdict judge(Probes.Probed probed) {
    return switch (probed) {
      case Probes.Probed.NoMedia(String reason) ->
          new Verdict.Rejected("The file is not a video that can be read: " + reason);
      case Probes.Probed.Media(MediaFacts facts) -> judge(facts);
    };
  }

  private Verdict judge(MediaFacts facts) {
    Video video = facts.video();
    if (video == null) {
      return new Verdict.Rejected(
          facts.audioTracks() > 0
              ? "The file has sound but no picture."
              : "The file has neither picture nor sound.");
    }
    int longer = Math.max(video.width(), video.height());
    int shorter = Math.min(video.width(), video.height());
    if (longer > longestSide) {
      return new Verdict.Rejected(
          "The picture is %d x %d pixels; at most %d on its longer side are taken."
              .formatted(video.width(), video.height(), longestSide));
    }
    if (shorter < SHORTEST_SIDE) {
      return new Verdict.Rejected(
          "The picture is %d x %d pixels, which is too small."
              .formatted(video.width(), video.height()));
    }
    if (facts.duration().isZero() || facts.duration().isNegative()) {
      return new Verdict.Rejected("The video has no duration.");
    }
    if (facts.duration().compareTo(longestDuration) > 0) {
      return new Verdict.Rejected(
          "The video is %d minutes long; at most %d are taken."
              .formatted(facts.duration().toMinutes(), longestDuration.toMinutes()));
    }
    if (video.framesPerSecond() > MOST_FRAMES_PER_SECOND) {
      return new Verdict.Rejected(
          "The video has %.0f frames a second; at most %.0f are taken."
              .formatted(video.framesPerSecond(), MOST_FRAMES_PER_SECOND));
    }
    return new Verdict.Accepted(facts, video);
  }
}
