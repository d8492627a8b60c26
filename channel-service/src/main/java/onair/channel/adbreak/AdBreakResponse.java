package onair.channel.adbreak;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A break as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AdBreak")
record AdBreakResponse(
    @Schema(example = "brk_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "ad_break") String object,
    @Schema(type = "string", example = "signalled") AdBreak.Status status,
    @Schema(description = "In plain words, why it failed or was cancelled.")
        @Nullable String statusReason,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(example = "30") long durationSeconds,
    @Schema(description = "As asked for; null for at once.") @Nullable Instant startAt,
    @Schema(description = "When it was put into the broadcast.") @Nullable Instant signalledAt,
    @Schema(example = "17", description = "The event id in the SCTE-35 splice insert.")
        long spliceEventId,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static AdBreakResponse of(AdBreak adBreak) {
    return new AdBreakResponse(
        adBreak.id(),
        "ad_break",
        adBreak.status(),
        adBreak.reason(),
        adBreak.channelId(),
        adBreak.duration().toSeconds(),
        adBreak.startAt(),
        adBreak.signalledAt(),
        adBreak.spliceEventId(),
        adBreak.metadata(),
        adBreak.createdAt(),
        adBreak.updatedAt());
  }
}
