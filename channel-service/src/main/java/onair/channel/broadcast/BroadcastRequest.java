package onair.channel.broadcast;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import onair.common.constraint.Metadata;
import org.jspecify.annotations.Nullable;

/** A broadcast as it is planned. */
@Schema(name = "BroadcastRequest")
record BroadcastRequest(
    @Schema(
            example = "2026-11-29T20:00:00Z",
            description = "When the channel is started: ahead, and at most 14 days.")
        @NotNull
        Instant startAt,
    @Schema(
            example = "2026-11-29T22:00:00Z",
            description =
                "When it is stopped: a minute to 14 days after start_at. Left out, it goes on until"
                    + " you stop the channel or a timer does.")
        @Nullable Instant stopAt,
    @Schema(example = "{\"crew\":\"a\"}", description = "At most 50 entries of your own.") @Metadata
        @Nullable Map<String, String> metadata) {

  Map<String, String> metadataOrNone() {
    return Objects.requireNonNullElse(metadata, Map.of());
  }
}
