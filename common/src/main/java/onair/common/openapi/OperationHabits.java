package onair.common.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import onair.common.problem.ProblemWriter;
import onair.common.security.RequiredScopes;
import onair.common.security.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** What an operation does because of its method's annotations and arguments, told once here. */
final class OperationHabits implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    RequiresScope scope = RequiredScopes.of(method);
    if (scope != null) {
      operation.setDescription(
          sentence(
              operation.getDescription(),
              "Needs the scope `" + String.join("` or `", scope.value()) + "`."));
      operation.addExtension("x-scope", String.join(" ", scope.value()));
    }
    HabitualParameters.of(method).forEach(operation::addParametersItem);
    HabitualReplies.of(operation, method);
    operation.getResponses().addApiResponse("default", problem());
    return operation;
  }

  private static String sentence(@Nullable String before, String more) {
    return before == null || before.isBlank() ? more : before + " " + more;
  }

  private static ApiResponse problem() {
    var schema = new Schema<>().$ref("#/components/schemas/Problem");
    return new ApiResponse()
        .description("Any failure, as RFC 9457")
        .content(
            new Content().addMediaType(ProblemWriter.CONTENT_TYPE, new MediaType().schema(schema)));
  }
}
