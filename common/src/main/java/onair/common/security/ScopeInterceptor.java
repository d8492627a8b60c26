package onair.common.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Checks {@link RequiresScope} before a controller's arguments are read. */
final class ScopeInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      RequiresScope required = required(method);
      if (required != null
          && Callers.current()
              .filter(caller -> Arrays.stream(required.value()).anyMatch(caller::has))
              .isEmpty()) {
        throw Problems.scopeMissing(required.value()[0]);
      }
    }
    return true;
  }

  private static @Nullable RequiresScope required(HandlerMethod method) {
    RequiresScope own = method.getMethodAnnotation(RequiresScope.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class);
  }
}
