package onair.common.security;

import java.util.Arrays;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What a controller method says with {@link RequiresScope}, and whether the caller fulfils it. */
public final class RequiredScopes {

  private RequiredScopes() {}

  /** The method's own, or else its class's; null when neither says anything. */
  public static @Nullable RequiresScope of(HandlerMethod method) {
    RequiresScope own = method.getMethodAnnotation(RequiresScope.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class);
  }

  /**
   * Lets whoever is calling now go on to the method.
   *
   * @throws Problem 403 {@code scope_missing}
   */
  public static void check(HandlerMethod method) {
    RequiresScope required = of(method);
    if (required != null
        && Callers.current()
            .filter(caller -> Arrays.stream(required.value()).anyMatch(caller::has))
            .isEmpty()) {
      throw Problems.scopeMissing(required.value()[0]);
    }
  }
}
