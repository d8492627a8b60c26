package onair.channel.schedule;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is asked for. What belongs to its kind, and only that, goes with it: see {@link
 * DeedRules}.
 */
@Schema(name = "ScheduleActionRequest")
record ActionRequest(
    @Schema(
            example = "pause",
            allowableValues = {Deed.ID3, Deed.OVERLAY, Deed.PAUSE, Deed.INPUT_SWITCH})
        @NotBlank
        @OneOf({Deed.ID3, Deed.OVERLAY, Deed.PAUSE, Deed.INPUT_SWITCH})
        String kind,
    @Schema(
            example = "2026-11-22T20:15:00Z",
            description = "20 seconds to 14 days ahead; at once if not given.")
        @Nullable Instant startAt,
    @Schema(
            example = "30",
            description =
                "How long a picture is shown, or a pause lasts; until it is cancelled if not given.")
        @Min(1)
        @Max(1_209_600)
        @Nullable Integer durationSeconds,
    @Schema(description = "Goes with kind id3.") @Nullable Id3 id3,
    @Schema(description = "Goes with kind overlay.") @Nullable Overlay overlay,
    @Schema(description = "Goes with kind input_switch.") @Nullable InputSwitch inputSwitch,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  /** Either a text, or a tag of the caller's own. */
  @Schema(name = "ScheduleActionId3")
  record Id3(
      @Schema(example = "Goal!", description = "Sent as a TXXX frame.") @Size(max = 1024)
          @Nullable String text,
      @Schema(description = "A whole ID3v2 tag in Base64.") @Size(max = 10_000)
          @Nullable String base64) {}

  /** A picture and where it is put, in pixels of each rendition. */
  @Schema(name = "ScheduleActionOverlay")
  record Overlay(
      @Schema(
              example = "https://example.com/logo.png",
              description = "PNG, BMP or TGA; read when it is shown.")
          @NotBlank
          @Size(max = 2048)
          String imageUrl,
      @Schema(example = "1", defaultValue = "0", description = "0 to 7.") @Min(0) @Max(7)
          @Nullable Integer layer,
      @Schema(example = "20", defaultValue = "0", description = "From the left.")
          @Min(0)
          @Max(LARGEST)
          @Nullable Integer x,
      @Schema(example = "20", defaultValue = "0", description = "From the top.")
          @Min(0)
          @Max(LARGEST)
          @Nullable Integer y,
      @Schema(example = "160", description = "The picture's own if not given.")
          @Min(1)
          @Max(LARGEST)
          @Nullable Integer width,
      @Schema(example = "90", description = "The picture's own if not given.") @Min(1) @Max(LARGEST)
          @Nullable Integer height,
      @Schema(example = "80", defaultValue = "100", description = "0 to 100.") @Min(0) @Max(100)
          @Nullable Integer opacity,
      @Schema(example = "500", defaultValue = "0") @Min(0) @Max(LONGEST_FADE)
          @Nullable Integer fadeInMilliseconds,
      @Schema(example = "500", defaultValue = "0") @Min(0) @Max(LONGEST_FADE)
          @Nullable Integer fadeOutMilliseconds) {

    private static final int LARGEST = 8192;
    private static final int LONGEST_FADE = 60_000;
    private static final int OPAQUE = 100;

    Deed deed() {
      return new Deed.Overlay(
          imageUrl,
          or(layer, 0),
          or(x, 0),
          or(y, 0),
          width,
          height,
          or(opacity, OPAQUE),
          or(fadeInMilliseconds, 0),
          or(fadeOutMilliseconds, 0));
    }

    private static int or(@Nullable Integer given, int otherwise) {
      return given == null ? otherwise : given;
    }
  }

  /** What is shown instead. */
  @Schema(name = "ScheduleActionInputSwitch")
  record InputSwitch(@Schema(example = "backup") @NotNull @Size(min = 1, max = 64) String input) {}

  @Nullable Duration duration() {
    return durationSeconds == null ? null : Duration.ofSeconds(durationSeconds);
  }

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
