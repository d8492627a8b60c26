package onair.gateway.door;

import java.util.List;
import onair.common.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failure inside the gateway with {@code application/problem+json} and the request's
 * id. What an unfinished answer had already prepared is thrown away, but for what lets a page of
 * another origin read that it failed.
 */
final class ProblemAnswers implements ErrorWebExceptionHandler, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private static final List<String> CORS =
      List.of(
          HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
          HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS,
          HttpHeaders.VARY);

  private final JsonMapper json;

  ProblemAnswers(JsonMapper json) {
    this.json = json;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    if (exchange.getResponse().isCommitted()) {
      return Mono.error(failure);
    }
    Problem problem = Failures.problemOf(failure);
    log(exchange, problem);
    return write(exchange, problem);
  }

  private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
    String requestId = RequestIds.of(exchange);
    ServerHttpResponse response = exchange.getResponse();
    HttpHeaders headers = response.getHeaders();
    List.copyOf(headers.headerNames()).stream()
        .filter(name -> !isCors(name))
        .forEach(headers::remove);
    headers.set(RequestIds.HEADER, requestId);
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    headers.setCacheControl("no-store");
    problem.headers().forEach(headers::set);
    response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
    String path = exchange.getRequest().getURI().getRawPath();
    byte[] body = json.writeValueAsBytes(problem.toBody(requestId, path));
    headers.setContentLength(body.length);
    DataBuffer buffer = response.bufferFactory().wrap(body);
    return response.writeWith(Mono.just(buffer));
  }

  private static boolean isCors(String header) {
    return CORS.stream().anyMatch(header::equalsIgnoreCase);
  }

  private static void log(ServerWebExchange exchange, Problem problem) {
    if (problem.status() < 500) {
      return;
    }
    Throwable cause = problem.getCause();
    LOG.atLevel(problem.status() == 500 ? Level.ERROR : Level.WARN)
        .setCause(problem.status() == 500 ? cause : null)
        .log(
            "{} {} failed with {} {} (request {}): {}",
            exchange.getRequest().getMethod(),
            exchange.getRequest().getURI().getRawPath(),
            problem.status(),
            problem.code(),
            RequestIds.of(exchange),
            cause == null ? problem.title() : cause.toString());
  }
}
