package onair.common.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Answers a rehearsal with its plan, where the controller has answered with the resource. */
@ControllerAdvice
final class PlanAnswer implements ResponseBodyAdvice<Object> {

  private static final List<String> OF_THE_RESOURCE =
      List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, "Operation-Location");

  @Override
  public boolean supports(
      MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
    return returnType.getExecutable() instanceof java.lang.reflect.Method method
        && List.of(method.getParameterTypes()).contains(DryRun.class);
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returnType,
      MediaType contentType,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    HttpServletRequest servlet = ((ServletServerHttpRequest) request).getServletRequest();
    if (!DryRun.wanted(servlet)) {
      return body;
    }
    OF_THE_RESOURCE.forEach(response.getHeaders()::remove);
    response.setStatusCode(HttpStatus.OK);
    return DryRun.shown(servlet);
  }
}
