package onair.channel.adbreak;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** A break as it is asked for. */
@Schema(name = "AdBreakRequest")
record AdBreakRequest(
    @Schema(example = "30", description = "1 to 600.") @NotNull @Min(1) @Max(600)
        Integer durationSeconds,
    @Schema(
            example = "2026-11-22T20:15:00Z",
            description = "20 seconds to 24 hours ahead; at once if not given.")
        @Nullable Instant startAt,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  Duration duration() {
    return Duration.ofSeconds(durationSeconds);
  }

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
