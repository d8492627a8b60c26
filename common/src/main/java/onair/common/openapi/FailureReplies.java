package onair.common.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import onair.common.problem.ProblemWriter;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Every status an operation can fail with, told by what the operation takes. A failure of one
 * operation alone is declared on its method: {@code @ApiResponse(responseCode = "409", description
 * = "`asset_in_use` A creative is made of it")}; what it looks like is said here.
 */
final class FailureReplies implements GlobalOpenApiCustomizer {

  @Override
  public void customise(OpenAPI api) {
    for (Failure failure : Failure.values()) {
      api.getComponents().addResponses(failure.component(), failure.reply());
    }
    api.getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> describe(path, method, operation)));
  }

  private static void describe(String path, HttpMethod method, Operation operation) {
    ApiResponses replies = operation.getResponses();
    replies.forEach(
        (status, reply) -> {
          describeHeaders(reply);
          if (status.startsWith("4") || status.startsWith("5")) {
            describeOwn(status, reply);
          }
        });
    for (Failure failure : of(path, method, operation)) {
      if (!replies.containsKey(failure.status())) {
        replies.addApiResponse(failure.status(), new ApiResponse().$ref(failure.component()));
      }
    }
  }

  private static void describeOwn(String status, ApiResponse reply) {
    String description = reply.getDescription();
    reply.content(
        problem(
            Failure.of(status)
                .map(one -> one.example(description))
                .orElseGet(() -> Failure.example(status, description))));
  }

  /** A header that is only named is a text. */
  private static void describeHeaders(ApiResponse reply) {
    if (reply.getHeaders() != null) {
      for (Header header : reply.getHeaders().values()) {
        if (header.getSchema() == null) {
          header.schema(new StringSchema());
        }
      }
    }
  }

  private static Set<Failure> of(String path, HttpMethod method, Operation operation) {
    var all =
        EnumSet.of(
            Failure.BAD_REQUEST,
            Failure.UNAUTHORIZED,
            Failure.NOT_ACCEPTABLE,
            Failure.TOO_MANY_REQUESTS,
            Failure.UNAVAILABLE,
            Failure.SERVER_FAILURE);
    if (operation.getExtensions() != null && operation.getExtensions().containsKey("x-scope")) {
      all.add(Failure.FORBIDDEN);
    }
    if (path.contains("{")) {
      all.add(Failure.NOT_FOUND);
    }
    if (takes(operation, "query") || method != HttpMethod.GET) { // dry_run is refused
      all.add(Failure.UNPROCESSABLE);
    }
    if (takes(operation, "header", "Idempotency-Key")) {
      all.addAll(Set.of(Failure.CONFLICT, Failure.UNPROCESSABLE));
    }
    if (takes(operation, "header", "If-Match")) {
      all.add(Failure.PRECONDITION_FAILED);
    }
    if (operation.getRequestBody() != null) {
      all.addAll(
          Set.of(Failure.BODY_TOO_LARGE, Failure.UNSUPPORTED_MEDIA_TYPE, Failure.UNPROCESSABLE));
    }
    return all;
  }

  private static boolean takes(Operation operation, String in) {
    return parameters(operation).stream().anyMatch(one -> in.equals(one.getIn()));
  }

  private static boolean takes(Operation operation, String in, String name) {
    return parameters(operation).stream()
        .anyMatch(one -> in.equals(one.getIn()) && name.equalsIgnoreCase(one.getName()));
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }

  static Content problem(JsonNode example) {
    var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
    media.setExample(example);
    return new Content().addMediaType(ProblemWriter.CONTENT_TYPE, media);
  }
}
