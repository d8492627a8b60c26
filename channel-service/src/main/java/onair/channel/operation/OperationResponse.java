package onair.channel.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Operation")
record OperationResponse(
    @Schema(example = "op_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "operation") String object,
    @Schema(example = "channel.start") String type,
    @Schema(example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc") String resourceId,
    @Schema(type = "string", example = "running") OperationStatus status,
    @Schema(description = "In plain words, why it is not done.") @Nullable String reason,
    List<Step> steps,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt) {

  static OperationResponse of(Operation operation) {
    return new OperationResponse(
        operation.id(),
        "operation",
        operation.type(),
        operation.resourceId(),
        operation.status(),
        operation.reason(),
        operation.steps(),
        operation.createdAt(),
        operation.startedAt(),
        operation.finishedAt());
  }
}
