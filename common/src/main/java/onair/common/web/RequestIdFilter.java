package onair.common.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import onair.common.id.Ids;
import onair.common.problem.RequestId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id: the caller's {@code X-Request-Id} when it is 1 to 128 letters, digits,
 * dots, dashes or underscores, else a new one. It is in the reply's header, in problems and in the
 * log lines of the request.
 */
final class RequestIdFilter extends OncePerRequestFilter {

  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = accept(request.getHeader(RequestId.HEADER));
    RequestId.set(request, id);
    response.setHeader(RequestId.HEADER, id);
    MDC.put(RequestId.LOG_KEY, id);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(RequestId.LOG_KEY);
    }
  }

  static String accept(@Nullable String given) {
    return given != null && SANE.matcher(given).matches() ? given : Ids.next("req");
  }
}
