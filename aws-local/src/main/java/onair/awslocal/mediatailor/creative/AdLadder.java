package onair.awslocal.mediatailor.creative;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.transcode.CmafSpec;

/**
 * What the renditions of a piece of content look like, so that ads can look the same.
 *
 * @param rungs one per media playlist, in the order of their indexes
 * @param segment how long the content's segments are
 */
public record AdLadder(List<Rung> rungs, Duration segment) {

  /** One rendition. */
  public sealed interface Rung {

    /** What makes it another rung than the next; bitrates do not, because they are estimates. */
    String identity();

    /**
     * Pictures.
     *
     * @param frames per second, numerator
     * @param per denominator
     * @param profile of H.264: BASELINE, MAIN or HIGH
     */
    record Video(int width, int height, int frames, int per, String profile, int bitsPerSecond)
        implements Rung {

      @Override
      public String identity() {
        return "%dx%d@%d/%d %s".formatted(width, height, frames, per, profile);
      }
    }

    /** Sound. */
    record Audio(int sampleRate, int channels, int bitsPerSecond) implements Rung {

      @Override
      public String identity() {
        return "%dHz*%d".formatted(sampleRate, channels);
      }
    }
  }

  public AdLadder {
    rungs = List.copyOf(rungs);
  }

  /** The same for content that looks the same. */
  public String identity() {
    return segment.toMillis()
        + "ms "
        + rungs.stream().map(Rung::identity).collect(Collectors.joining(", "));
  }

  static String name(int rendition) {
    return "r" + rendition;
  }

  CmafSpec spec() {
    List<VideoRendition> video = new ArrayList<>();
    List<AudioRendition> audio = new ArrayList<>();
    for (int i = 0; i < rungs.size(); i++) {
      switch (rungs.get(i)) {
        case Rung.Video(int width, int height, int frames, int per, String profile, int bits) ->
            video.add(
                new VideoRendition(name(i), width, height, bits, frames, per, segment, profile));
        case Rung.Audio(int sampleRate, int channels, int bits) ->
            audio.add(new AudioRendition(name(i), bits, sampleRate, channels));
      }
    }
    return new CmafSpec("ad", video, audio, segment, Set.of(), -1);
  }
}
