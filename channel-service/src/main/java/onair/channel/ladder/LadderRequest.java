package onair.channel.ladder;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.channel.ladder.Ladder.Profile;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * A new ladder as it is asked for; what of it goes together is checked by {@link LadderRules}.
 *
 * @param source the first rendition's size and the ladder's frame rate if not given
 */
@Schema(name = "LadderRequest")
record LadderRequest(
    @Schema(example = "sports-720p60", pattern = LadderRules.NAME) @NotBlank String name,
    @Schema(example = "720p at 60 pictures per second", description = "The sizes if not given.")
        @Size(max = 255)
        @Nullable String description,
    @Schema(example = "30", description = "Pictures per second of all renditions, 24 to 60.")
        @NotNull
        Integer frameRate,
    @Schema(
            example = "2",
            defaultValue = "2",
            description = "Distance of key frames, and length of a segment, 1 to 6.")
        @Nullable Integer gopSeconds,
    @Nullable Source source,
    @Schema(description = "1 to 10, each with fewer bits than the one before it, and no larger.")
        @NotNull
        @Size(min = 1, max = LadderRules.MOST_VIDEO)
        List<Video> video,
    @Schema(description = "1 to 4; stereo AAC at 128 kbit/s if not given.")
        @Size(min = 1, max = LadderRules.MOST_AUDIO)
        @Nullable List<Audio> audio,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  private static final int GOP_SECONDS = 2;
  private static final Ladder.Audio STEREO = new Ladder.Audio("aac-128", 128_000, 48_000, 2);

  /** What the broadcaster sends at least; no rendition may be larger or faster. */
  @Schema(name = "LadderSourceRequest")
  record Source(
      @Schema(example = "1280") @NotNull Integer width,
      @Schema(example = "720") @NotNull Integer height,
      @Schema(example = "60", description = "The ladder's if not given.")
          @Nullable Integer frameRate) {}

  /** One size of the picture. */
  @Schema(name = "LadderVideoRequest")
  record Video(
      @Schema(example = "720p", pattern = LadderRules.NAME) @NotBlank String name,
      @Schema(example = "1280") @NotNull Integer width,
      @Schema(example = "720") @NotNull Integer height,
      @Schema(example = "3000000", description = "The most the encoder may use.") @NotNull
          Integer bitsPerSecond,
      @Schema(type = "string", example = "high", defaultValue = "high") @Nullable Profile profile) {

    Ladder.Video rung() {
      return new Ladder.Video(
          name, width, height, bitsPerSecond, Objects.requireNonNullElse(profile, Profile.HIGH));
    }
  }

  /** One quality of the sound. */
  @Schema(name = "LadderAudioRequest")
  record Audio(
      @Schema(example = "aac-96", pattern = LadderRules.NAME) @NotBlank String name,
      @Schema(example = "96000") @NotNull Integer bitsPerSecond,
      @Schema(example = "48000", defaultValue = "48000") @Nullable Integer sampleRate,
      @Schema(example = "2", defaultValue = "2") @Nullable Integer channels) {

    Ladder.Audio rung() {
      return new Ladder.Audio(
          name,
          bitsPerSecond,
          Objects.requireNonNullElse(sampleRate, STEREO.sampleRate()),
          Objects.requireNonNullElse(channels, STEREO.channels()));
    }
  }

  Ladder ladder() {
    List<Ladder.Video> rungs = video.stream().map(Video::rung).toList();
    String sizes = String.join(", ", rungs.stream().map(Ladder.Video::name).toList());
    return new Ladder(
        name,
        description == null || description.isBlank() ? sizes : description,
        frameRate,
        Objects.requireNonNullElse(gopSeconds, GOP_SECONDS),
        source(rungs.getFirst()),
        rungs,
        audio == null ? List.of(STEREO) : audio.stream().map(Audio::rung).toList());
  }

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }

  private Ladder.Source source(Ladder.Video best) {
    return source == null
        ? new Ladder.Source(best.width(), best.height(), frameRate)
        : new Ladder.Source(
            source.width(),
            source.height(),
            Objects.requireNonNullElse(source.frameRate(), frameRate));
  }
}
