package onair.common.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import onair.common.idempotency.Idempotent;
import onair.common.paging.PageRequest;
import onair.common.problem.ProblemWriter;
import onair.common.security.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What an operation does because of its method's annotations and arguments, told once here. */
final class OperationHabits implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    RequiresScope scope = scope(method);
    if (scope != null) {
      operation.setDescription(
          sentence(
              operation.getDescription(),
              "Needs the scope `" + String.join("` or `", scope.value()) + "`."));
      operation.addExtension("x-scope", String.join(" ", scope.value()));
    }
    if (Arrays.stream(method.getMethodParameters())
        .anyMatch(one -> one.getParameterType() == PageRequest.class)) {
      operation.addParametersItem(limit());
      operation.addParametersItem(cursor());
    }
    if (method.hasMethodAnnotation(Idempotent.class)) {
      operation.addParametersItem(idempotencyKey());
    }
    operation.getResponses().addApiResponse("default", problem());
    return operation;
  }

  private static @Nullable RequiresScope scope(HandlerMethod method) {
    RequiresScope own = method.getMethodAnnotation(RequiresScope.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class);
  }

  private static String sentence(@Nullable String before, String more) {
    return before == null || before.isBlank() ? more : before + " " + more;
  }

  private static Parameter limit() {
    Schema<?> schema = new IntegerSchema()._default(PageRequest.DEFAULT_LIMIT);
    schema.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
    return new Parameter()
        .in("query")
        .name("limit")
        .description("Most items of the page.")
        .schema(schema);
  }

  private static Parameter cursor() {
    return new Parameter()
        .in("query")
        .name("cursor")
        .description("The `next_cursor` of the page before.")
        .schema(new StringSchema());
  }

  private static Parameter idempotencyKey() {
    return new Parameter()
        .in("header")
        .name("Idempotency-Key")
        .description(
            "Any text of your own, 1 to 255 characters. A repetition within 24 hours gets the first reply, and has no second effect.")
        .schema(new StringSchema().maxLength(255));
  }

  private static ApiResponse problem() {
    var schema = new Schema<>().$ref("#/components/schemas/Problem");
    return new ApiResponse()
        .description("Any failure, as RFC 9457")
        .content(
            new Content().addMediaType(ProblemWriter.CONTENT_TYPE, new MediaType().schema(schema)));
  }
}
