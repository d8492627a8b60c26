package onair.channel.broadcast;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A planned broadcast as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Broadcast")
record BroadcastResponse(
    @Schema(example = "bc_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "broadcast") String object,
    @Schema(type = "string", example = "scheduled") PlannedBroadcast.Status status,
    @Schema(
            description =
                "In plain words, why it ended, was missed or cancelled, or what is in its way.")
        @Nullable String statusReason,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    Instant startAt,
    @Schema(description = "Null for until the channel is stopped.") @Nullable Instant stopAt,
    @Schema(description = "When the channel was started for it.") @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static BroadcastResponse of(PlannedBroadcast broadcast) {
    return new BroadcastResponse(
        broadcast.id(),
        "broadcast",
        broadcast.status(),
        broadcast.reason(),
        broadcast.channelId(),
        broadcast.startAt(),
        broadcast.stopAt(),
        broadcast.startedAt(),
        broadcast.endedAt(),
        broadcast.metadata(),
        broadcast.createdAt(),
        broadcast.updatedAt());
  }
}
