package onair.gateway.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import onair.common.security.Caller;
import onair.gateway.identity.ServiceTokens;
import onair.gateway.route.Service;
import onair.gateway.route.ServiceBreaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Asks account-service for permits. Its silence is told once in the log, and its return. */
final class Leases {
  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);
  private static final Caller GATEWAY = Caller.service("gateway-service");

  private final WebClient http;
  private final ServiceTokens tokens;
  private final Duration timeout;
  private final ServiceBreaker breaker;
  private final AtomicBoolean silent = new AtomicBoolean();

  Leases(WebClient http, ServiceTokens tokens, Duration timeout, ServiceBreaker breaker) {
    this.http = http;
    this.tokens = tokens;
    this.timeout = timeout;
    this.breaker = breaker;
  }

  /** Permits of a bucket; an error when there was no clear answer in time. */
  Mono<Granted> lease(Bucket bucket, int waiting) {
    return http.post()
        .uri("/internal/limits/lease")
        .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.tokenFor(Service.ACCOUNT, GATEWAY))
        .contentType(MediaType.APPLICATION_JSON)
        .bodyValue(Map.of("kind", bucket.kind().word(), "id", bucket.id(), "waiting", waiting))
        .retrieve()
        .bodyToMono(Granted.class)
        .switchIfEmpty(Mono.error(() -> new IllegalStateException("account-service said nothing")))
        .timeout(timeout)
        .transform(breaker::around)
        .doOnNext(granted -> heard())
        .doOnError(this::notHeard);
  }

  private void heard() {
    if (silent.compareAndSet(true, false)) {
      LOG.info("Requests are counted again");
    }
  }

  private void notHeard(Throwable failure) {
    if (silent.compareAndSet(false, true)) {
      LOG.warn(
          "Requests pass uncounted, account-service leases no permits: {}", failure.toString());
    }
  }
}
