package onair.channel.ladder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;

/**
 * A named set of renditions of one broadcast. All renditions share frame rate and GOP, so that
 * players switch between them at any segment.
 *
 * @param name how a channel asks for it, such as {@code 720p}
 * @param description one sentence for people
 * @param frameRate pictures per second of every rendition
 * @param gopSeconds distance of key frames; a segment is a whole number of these
 * @param video renditions, best first
 * @param audio renditions, best first
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Ladder")
public record Ladder(
    @Schema(example = "720p") String name,
    @Schema(example = "720p, 480p and 360p with stereo AAC") String description,
    @Schema(example = "30") int frameRate,
    @Schema(example = "2") int gopSeconds,
    List<Video> video,
    List<Audio> audio) {

  private static final int FULL_HD = 1080;

  /**
   * One size of the picture, H.264.
   *
   * @param name unique in the ladder; also the name of the output in MediaLive
   * @param width pixels, even
   * @param height pixels, even, less than the rendition before
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

    public Video {
      require(!name.isBlank(), "a video rendition needs a name");
      require(width > 0 && width % 2 == 0, name + ": width must be even");
      require(height > 0 && height % 2 == 0, name + ": height must be even");
      require(
          bitsPerSecond >= 100_000 && bitsPerSecond <= 20_000_000,
          name + ": bits_per_second must be 100000 to 20000000");
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
      @Schema(example = "2") int channels) {

    public Audio {
      require(!name.isBlank(), "an audio rendition needs a name");
      require(
          bitsPerSecond >= 32_000 && bitsPerSecond <= 320_000,
          name + ": bits_per_second must be 32000 to 320000");
      require(
          sampleRate == 44_100 || sampleRate == 48_000, name + ": sample_rate is 44100 or 48000");
      require(channels == 1 || channels == 2, name + ": channels is 1 or 2");
    }
  }

  /**
   * @throws IllegalArgumentException naming the rule that is broken
   */
  public Ladder {
    require(!name.isBlank() && !description.isBlank(), "a ladder needs a name and a description");
    require(frameRate >= 24 && frameRate <= 60, name + ": frame_rate must be 24 to 60");
    require(gopSeconds >= 1 && gopSeconds <= 6, name + ": gop_seconds must be 1 to 6");
    require(!video.isEmpty() && !audio.isEmpty(), name + ": needs video and audio");
    video = List.copyOf(video);
    audio = List.copyOf(audio);
    requireDescending(name, video);
    var names = new HashSet<String>();
    video.forEach(rendition -> require(names.add(rendition.name()), "twice: " + rendition.name()));
    audio.forEach(rendition -> require(names.add(rendition.name()), "twice: " + rendition.name()));
  }

  /**
   * What an encoder that makes it takes in at most, in Mbit/s: 20 for full HD, else 10. MediaLive
   * bills an input by this.
   */
  public int inputMegabits() {
    return video.getFirst().height() >= FULL_HD ? 20 : 10;
  }

  private static void requireDescending(String name, List<Video> video) {
    for (int i = 1; i < video.size(); i++) {
      require(
          video.get(i).height() < video.get(i - 1).height()
              && video.get(i).bitsPerSecond() < video.get(i - 1).bitsPerSecond(),
          name + ": each rendition must be smaller than the one before it");
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
