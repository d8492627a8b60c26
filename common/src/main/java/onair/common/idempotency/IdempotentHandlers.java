package onair.common.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Knows which requests go to a method marked {@link Idempotent}. */
final class IdempotentHandlers {

  private final Supplier<RequestMappingHandlerMapping> handlers;

  IdempotentHandlers(Supplier<RequestMappingHandlerMapping> handlers) {
    this.handlers = handlers;
  }

  Optional<HandlerMethod> find(HttpServletRequest request) {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      HandlerExecutionChain chain = handlers.get().getHandler(request);
      return chain != null
              && chain.getHandler() instanceof HandlerMethod method
              && method.hasMethodAnnotation(Idempotent.class)
          ? Optional.of(method)
          : Optional.empty();
    } catch (Exception noSuchHandler) {
      // Wrong method or content type: whoever dispatches the request tells the caller.
      return Optional.empty();
    }
  }
}
