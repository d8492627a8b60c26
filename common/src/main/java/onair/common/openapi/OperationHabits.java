package onair.common.openapi;

import io.swagger.v3.oas.models.Operation;
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
    if (scope == null) {
      operation.addExtension("x-any-caller", true);
    } else {
      operation.setDescription(
          sentence(
              operation.getDescription(),
              "Needs the scope `" + String.join("` or `", scope.value()) + "`."));
      operation.addExtension("x-scope", String.join(" ", scope.value()));
    }
    HabitualParameters.of(method).forEach(operation::addParametersItem);
    HabitualReplies.of(operation, method);
    return operation;
  }

  private static String sentence(@Nullable String before, String more) {
    return before == null || before.isBlank() ? more : before + " " + more;
  }
}
