package onair.channel.ladder;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A named set of renditions of one broadcast. All renditions share frame rate and GOP, and a
 * segment is as long as a GOP, so that players switch between them at any segment. What of its
 * values goes together is told by {@link LadderRules}.
 *
 * @param name how a channel asks for it, such as {@code 720p}
 * @param description one sentence for people
 * @param frameRate pictures per second of every rendition
 * @param gopSeconds distance of key frames, and length of a segment
 * @param source what has to come in for it
 * @param video renditions, best first
 * @param audio renditions, best first
 */
public record Ladder(
    String name,
    String description,
    int frameRate,
    int gopSeconds,
    Source source,
    List<Video> video,
    List<Audio> audio) {

  private static final int FULL_HD = 1080;
  private static final int LARGEST_HD_PIXELS = 1920 * 1080;

  public Ladder {
    video = List.copyOf(video);
    audio = List.copyOf(audio);
  }

  /** The same with key frames, and so segments, at another distance. */
  public Ladder gopSeconds(int seconds) {
    return new Ladder(name, description, frameRate, seconds, source, video, audio);
  }

  /**
   * What an encoder that makes it takes in at most, in Mbit/s: 50 for a source of ultra high
   * definition, 20 for full HD, else 10. MediaLive bills an input by this.
   */
  public int inputMegabits() {
    if (source.ultraHd()) {
      return 50;
    }
    return source.height() >= FULL_HD ? 20 : 10;
  }

  /**
   * The least that has to come in: no rendition is larger or faster.
   *
   * @param width pixels
   * @param height pixels
   * @param frameRate pictures per second
   */
  @Schema(name = "LadderSource")
  public record Source(
      @Schema(example = "1280") int width,
      @Schema(example = "720") int height,
      @Schema(example = "30") int frameRate) {

    /** Whether MediaLive takes it for ultra high definition. */
    public boolean ultraHd() {
      return largerThanHd(width, height);
    }
  }

  /**
   * One size of the picture, H.264.
   *
   * @param name unique in the ladder; also the name of the output in MediaLive
   * @param width pixels, even
   * @param height pixels, even, no more than the rendition before
   * @param bitsPerSecond the most the encoder may use, less than the rendition before
   * @param profile H.264 profile
   */
  @Schema(name = "LadderVideo")
  public record Video(
      @Schema(example = "720p") String name,
      @Schema(example = "1280") int width,
      @Schema(example = "720") int height,
      @Schema(example = "3000000") int bitsPerSecond,
      Profile profile) {

    /** Whether MediaLive takes it for ultra high definition. */
    public boolean ultraHd() {
      return largerThanHd(width, height);
    }
  }

  /** H.264 profiles in use, from the least to the most demanding for players. */
  public enum Profile {
    @JsonProperty("baseline")
    BASELINE,
    @JsonProperty("main")
    MAIN,
    @JsonProperty("high")
    HIGH
  }

  /**
   * One quality of the sound, AAC-LC.
   *
   * @param name unique in the ladder
   * @param bitsPerSecond constant
   * @param sampleRate Hz
   * @param channels 1 or 2
   */
  @Schema(name = "LadderAudio")
  public record Audio(
      @Schema(example = "aac-128") String name,
      @Schema(example = "128000") int bitsPerSecond,
      @Schema(example = "48000") int sampleRate,
      @Schema(example = "2") int channels) {}

  private static boolean largerThanHd(int width, int height) {
    return (long) width * height > LARGEST_HD_PIXELS;
  }
}
