package onair.gateway.identity;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import onair.common.problem.Problem;
import onair.common.problem.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;

/** A refusal of account-service that is meant for whoever is at the door. */
record Refusal(
    int status,
    String code,
    String title,
    @Nullable String detail,
    @Nullable List<Violation> violations) {

  /** These are about the gateway's own token; nobody outside can do anything about them. */
  private static final Set<String> OURS = Set.of("unauthorized", "scope_missing", "forbidden");

  /** Always an error: the problem to pass on, or that there was none to pass on. */
  static <T> Mono<T> passOn(ClientResponse answer) {
    int status = answer.statusCode().value();
    if (status < 400 || (status >= 500 && status != 503)) {
      return answer.createError();
    }
    String after = answer.headers().asHttpHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    return answer
        .bodyToMono(Refusal.class)
        .filter(refusal -> !OURS.contains(refusal.code()))
        .switchIfEmpty(
            Mono.error(() -> new IllegalStateException("account-service refused us: " + status)))
        .flatMap(refusal -> Mono.error(refusal.problem(after)));
  }

  private Problem problem(@Nullable String after) {
    Problem problem = Problem.of(status, code, title);
    if (detail != null) {
      problem.detail(detail);
    }
    if (violations != null) {
      violations.forEach(problem::violation);
    }
    if (after != null && after.matches("[0-9]{1,5}")) {
      problem.retryAfter(Duration.ofSeconds(Long.parseLong(after)));
    }
    return problem;
  }
}
