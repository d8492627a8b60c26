package onair.common.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds who takes a request, and shows what a request is about through its resource's own GET. */
final class Views {

  private static final Logger log = LoggerFactory.getLogger(Views.class);

  private final Supplier<RequestMappingHandlerMapping> mapping;
  private final Supplier<RequestMappingHandlerAdapter> adapter;
  private final JsonMapper json;

  Views(
      Supplier<RequestMappingHandlerMapping> mapping,
      Supplier<RequestMappingHandlerAdapter> adapter,
      JsonMapper json) {
    this.mapping = mapping;
    this.adapter = adapter;
    this.json = json;
  }

  /** Empty when no method takes it: whoever dispatches the request tells the caller. */
  Optional<HandlerMethod> handler(HttpServletRequest request) {
    try {
      ServletRequestPathUtils.parseAndCache(request);
      HandlerExecutionChain chain = mapping.get().getHandler(request);
      return chain != null && chain.getHandler() instanceof HandlerMethod method
          ? Optional.of(method)
          : Optional.empty();
    } catch (Exception noSuchHandler) {
      return Optional.empty();
    }
  }

  /**
   * The resource a request is about to change, as its caller's organization sees it now; null when
   * it is not there yet, or nothing shows it. A POST to what can be read makes something new; one
   * to an action below a resource changes that.
   */
  @Nullable JsonNode current(HttpServletRequest request, HttpServletResponse response) {
    String path = request.getRequestURI();
    boolean readable = handler(new ViewRequest(request, path)).isPresent();
    if (!request.getMethod().equals("POST")) {
      return readable ? show(new ViewRequest(request, path), response) : null;
    }
    return readable || !isAction(request)
        ? null
        : show(new ViewRequest(request, path.substring(0, path.lastIndexOf('/'))), response);
  }

  /** Like {@code …/{id}/start}. */
  private static boolean isAction(HttpServletRequest request) {
    Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return String.valueOf(pattern).matches(".*\\{[^/]*}/[^/{}]+");
  }

  /** The last id in the path of a request that was dispatched; null when it has none. */
  static @Nullable String named(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        ? variables.values().stream().map(String::valueOf).reduce((one, next) -> next).orElse(null)
        : null;
  }

  private @Nullable JsonNode show(ViewRequest view, HttpServletResponse response) {
    HandlerMethod method = handler(view).orElse(null);
    if (method == null || method.hasMethodAnnotation(LooksFurther.class)) {
      return null;
    }
    var shown = new ViewResponse(response);
    try {
      adapter.get().handle(view, shown, method);
    } catch (Exception notShown) {
      log.debug("{} cannot be shown before it changes", view.getRequestURI(), notShown);
      return null;
    }
    return shown.isSuccess() ? read(shown.body()) : null;
  }

  /** Null for what is no JSON object. */
  @Nullable JsonNode read(byte[] body) {
    try {
      JsonNode read = body.length == 0 ? null : json.readTree(body);
      return read != null && read.isObject() ? read : null;
    } catch (JacksonException somethingElse) {
      return null;
    }
  }
}
