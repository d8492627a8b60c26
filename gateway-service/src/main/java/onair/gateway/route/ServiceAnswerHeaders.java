package onair.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers of a service's answer as the world sees them: no cookies, nothing about the software
 * or the address behind the gateway, and never to be stored, because every answer is somebody's
 * own.
 */
final class ServiceAnswerHeaders implements HttpHeadersFilter, Ordered {
  private static final Set<String> PASSED_ON =
      ignoringCase(
          "Allow",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Language",
          "Content-Length",
          "Content-Type",
          "Deprecation",
          "ETag",
          "Idempotent-Replayed",
          "Last-Modified",
          "Link",
          "Location",
          "Operation-Location",
          "Retry-After",
          "Sunset",
          "Transfer-Encoding",
          "WWW-Authenticate");
  private static final List<String> ADDRESSES = List.of("Location", "Operation-Location", "Link");

  private final ServiceProperties services;

  ServiceAnswerHeaders(ServiceProperties services) {
    this.services = services;
  }

  @Override
  public HttpHeaders filter(HttpHeaders answered, ServerWebExchange exchange) {
    var passed = new HttpHeaders();
    answered.forEach(
        (name, values) -> {
          if (PASSED_ON.contains(name)) {
            passed.addAll(name, values);
          }
        });
    URI service = services.of(RouteTable.serviceOf(exchange));
    for (String name : ADDRESSES) {
      List<String> values = passed.get(name);
      if (values != null) {
        passed.put(name, values.stream().map(value -> relative(value, service)).toList());
      }
    }
    passed.setCacheControl("private, no-store");
    passed.set(HttpHeaders.VARY, "Authorization, Cookie, Origin");
    return passed;
  }

  @Override
  public boolean supports(Type type) {
    return type == Type.RESPONSE;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  private static String relative(String value, URI service) {
    return value.replace(service.getScheme() + "://" + service.getRawAuthority(), "");
  }

  private static Set<String> ignoringCase(String... names) {
    var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(List.of(names));
    return set;
  }
}
