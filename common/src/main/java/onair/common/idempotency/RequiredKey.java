package onair.common.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import onair.common.plan.DryRun;
import onair.common.problem.Problem;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses what must have a key and has none, before its arguments are read. */
final class RequiredKey implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getHeader(IdempotencyKey.HEADER) == null
        && handler instanceof HandlerMethod method
        && isRequired(method)
        && !DryRun.wanted(request)) {
      throw Problem.of(400, "idempotency_key_required", "The request needs an Idempotency-Key")
          .detail(
              "A second effect of it would cost money. Send a text of your own in the header Idempotency-Key, and the same text when you repeat the request.");
    }
    return true;
  }

  private static boolean isRequired(HandlerMethod method) {
    Idempotent idempotent = method.getMethodAnnotation(Idempotent.class);
    return idempotent != null && idempotent.required();
  }
}
