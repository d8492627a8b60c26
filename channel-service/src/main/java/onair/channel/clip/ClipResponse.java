package onair.channel.clip;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clip as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Clip")
record ClipResponse(
    @Schema(example = "clp_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "clip") String object,
    @Schema(type = "string", example = "ready") Clip.Status status,
    @Schema(description = "In plain words, why it failed.") @Nullable String statusReason,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String channelId,
    @Schema(example = "ses_06d4x8k2m1v7r9t3w5y8z0a2bc") String sessionId,
    @Schema(example = "The goal") String name,
    @Schema(description = "Its first moment.") Instant startAt,
    @Schema(description = "Its last moment.") Instant endAt,
    @Schema(
            example = "30.0",
            description = "As asked for; the asset is of whole segments and may be longer.")
        double durationSeconds,
    @Schema(
            example = "as_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "What plays; null while it is pending.")
        @Nullable String assetId,
    @Schema(example = "{\"crew\":\"a\"}") Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static ClipResponse of(Clip clip) {
    return new ClipResponse(
        clip.id(),
        "clip",
        clip.status(),
        clip.reason(),
        clip.channelId(),
        clip.sessionId(),
        clip.name(),
        clip.startAt(),
        clip.endAt(),
        Duration.between(clip.startAt(), clip.endAt()).toMillis() / 1000.0,
        clip.assetId(),
        clip.metadata(),
        clip.createdAt(),
        clip.updatedAt());
  }
}
