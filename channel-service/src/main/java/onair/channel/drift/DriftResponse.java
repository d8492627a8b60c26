package onair.channel.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Drift as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Drift")
record DriftResponse(
    @Schema(example = "drf_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "drift") String object,
    @Schema(type = "string", example = "open") Drift.Status status,
    @Schema(description = "In plain words, why it is not repaired yet; null when nothing hinders.")
        @Nullable String statusReason,
    @Schema(example = "medialive-channel") String kind,
    @Schema(example = "1000001", description = "Id, name or ARN by which AWS knows it.")
        String physicalId,
    @Schema(
            example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "What of ours the resource belongs to.")
        String ownerId,
    @Schema(example = "encoderSettings.videoDescriptions[0].height") String field,
    @Schema(example = "720", description = "What was asked for.") String wanted,
    @Schema(example = "480", description = "What AWS has.") String found,
    Instant createdAt,
    Instant updatedAt) {

  static DriftResponse of(Drift drift) {
    return new DriftResponse(
        drift.id(),
        "drift",
        drift.status(),
        drift.reason(),
        drift.key().kind(),
        drift.physicalId(),
        drift.key().owner(),
        drift.difference().field(),
        drift.difference().wanted(),
        drift.difference().found(),
        drift.createdAt(),
        drift.updatedAt());
  }
}
