package onair.gateway.identity;

import java.time.Duration;
import java.util.Optional;
import onair.common.security.Caller;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Ends an event stream whose credential is not good any more, or stands for other rights than when
 * the stream began. Every other answer is over in a moment; a stream may last for days, and taking
 * a key back must work for it as fast as for a request.
 */
final class StreamWatch {
  private final Identities identities;
  private final Duration every;

  StreamWatch(Identities identities, Duration every) {
    this.identities = identities;
    this.every = every;
  }

  /** The answer, cut short when it has to end. */
  Mono<Void> over(ServerWebExchange exchange, Credential credential, Mono<Void> answer) {
    return exchange.getRequest().getMethod() == HttpMethod.GET
        ? answer.takeUntilOther(Mono.defer(() -> changeOf(exchange, credential)))
        : answer;
  }

  private Mono<?> changeOf(ServerWebExchange exchange, Credential credential) {
    Optional<Caller> begun = AskedBy.of(exchange);
    return Flux.interval(every)
        .onBackpressureDrop()
        .filter(tick -> isStream(exchange))
        .concatMap(tick -> identities.of(credential).onErrorResume(unknown -> Mono.just(begun)), 1)
        .filter(now -> !now.equals(begun))
        .next();
  }

  private static boolean isStream(ServerWebExchange exchange) {
    return MediaType.TEXT_EVENT_STREAM.isCompatibleWith(
        exchange.getResponse().getHeaders().getContentType());
  }
}
