package onair.channel.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of an operation.
 *
 * @param name what is done, such as {@code medialive-channel}
 * @param resource the AWS resource it is about, once known
 * @param detail in plain words, why it is not done; absent when all goes well
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "OperationStep")
public record Step(
    @Schema(example = "medialive-channel") String name,
    @Schema(example = "running") Status status,
    @Nullable AwsResource resource,
    @Nullable String detail,
    @JsonProperty("started_at") @Nullable Instant startedAt,
    @JsonProperty("finished_at") @Nullable Instant finishedAt) {

  /**
   * @param service AWS service, such as {@code medialive}
   * @param id by which AWS knows it
   */
  @Schema(name = "OperationAwsResource")
  public record AwsResource(
      @Schema(example = "medialive") String service, @Schema(example = "8283910") String id) {}

  /** How far a step has come. */
  @Schema(name = "OperationStepStatus", type = "string")
  public enum Status {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED;

    /** Lower case, as in the API and the database. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A step not begun. */
  public static Step pending(String name) {
    return new Step(name, Status.PENDING, null, null, null, null);
  }

  /** Where it stands now; times are those at which we saw it. */
  public Step progress(
      Status newStatus, @Nullable AwsResource newResource, @Nullable String why, Instant now) {
    boolean ended = newStatus == Status.SUCCEEDED || newStatus == Status.FAILED;
    return new Step(
        name,
        newStatus,
        newResource == null ? resource : newResource,
        why,
        startedAt == null && newStatus != Status.PENDING ? now : startedAt,
        !ended ? null : newStatus == status && finishedAt != null ? finishedAt : now);
  }
}
