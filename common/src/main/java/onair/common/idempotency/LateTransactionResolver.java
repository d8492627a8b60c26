package onair.common.idempotency;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands {@link LateTransaction} to controllers. */
final class LateTransactionResolver implements HandlerMethodArgumentResolver {

  private static final LateTransaction NONE = () -> {};

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == LateTransaction.class;
  }

  @Override
  public LateTransaction resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    return request.getAttribute(LateTransaction.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
            instanceof LateTransaction late
        ? late
        : NONE;
  }
}
