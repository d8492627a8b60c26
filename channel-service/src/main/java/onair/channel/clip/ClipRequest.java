package onair.channel.clip;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** A clip as it is asked for: by both its ends, or as the end of what was broadcast. */
@Schema(name = "ClipRequest")
record ClipRequest(
    @Schema(example = "The goal", maxLength = LONGEST_NAME) @NotBlank @Size(max = LONGEST_NAME)
        String name,
    @Schema(
            example = "2026-11-22T20:15:00Z",
            description = "Together with end_at; at most 24 hours before it.")
        @Nullable Instant startAt,
    @Schema(example = "2026-11-22T20:15:30Z", description = "Not in the future.")
        @Nullable Instant endAt,
    @Schema(
            example = "30",
            description =
                "1 to 86400, instead of start_at and end_at: until now, or until it ended.")
        @Min(1)
        @Max(LONGEST_SECONDS)
        @Nullable Integer lastSeconds,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  static final int LONGEST_NAME = 255;

  /** AWS copies no more at once. Source: MediaPackage v2 User Guide, "Live to VOD". */
  static final int LONGEST_SECONDS = 86_400;

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
