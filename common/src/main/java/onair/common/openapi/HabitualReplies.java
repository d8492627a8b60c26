package onair.common.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import onair.common.plan.DryRun;
import onair.common.version.Tagged;
import org.springframework.web.method.HandlerMethod;

/** What an operation answers because of its method's arguments and its return type. */
final class HabitualReplies {

  private HabitualReplies() {}

  static void of(Operation operation, HandlerMethod method) {
    if (method.getReturnType().getParameterType() == Tagged.class) {
      operation
          .getResponses()
          .forEach(
              (status, reply) -> {
                if (status.startsWith("2")) {
                  reply.addHeaderObject("ETag", etag());
                }
              });
    }
    if (HabitualParameters.takes(method, DryRun.class)) {
      ApiResponse same = operation.getResponses().get("200");
      if (same == null) {
        operation.getResponses().addApiResponse("200", reply());
      } else {
        same.getContent().values().forEach(HabitualReplies::orPlan);
      }
    }
  }

  /** Where the resource is answered with the same status as its plan. */
  private static void orPlan(MediaType media) {
    media.schema(new Schema<>().anyOf(List.of(media.getSchema(), plan())));
  }

  private static Header etag() {
    return new Header()
        .description("The version of the resource, for `If-Match`.")
        .schema(new StringSchema());
  }

  private static Schema<?> plan() {
    return new Schema<>().$ref("#/components/schemas/Plan");
  }

  private static ApiResponse reply() {
    return new ApiResponse()
        .description("With `dry_run=true`: what it would come to")
        .content(
            new Content()
                .addMediaType(
                    org.springframework.http.MediaType.APPLICATION_JSON_VALUE,
                    new MediaType().schema(plan())));
  }
}
