package onair.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Objects;
import onair.common.problem.Problem;
import onair.gateway.limit.Verdict.Admitted;
import onair.gateway.limit.Verdict.Refused;
import onair.gateway.limit.Verdict.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a permit of each bucket a request counts for, or refuses it. */
final class Limits {
  private static final int ENOUGH = 50_000;
  private static final Duration UNUSED = Duration.ofMinutes(10);

  private final LoadingCache<Bucket, Allowance> allowances;

  Limits(Leases leases, Duration pause, Ticker ticker) {
    this.allowances =
        Caffeine.newBuilder()
            .maximumSize(ENOUGH)
            .expireAfterAccess(UNUSED)
            .ticker(ticker)
            .build(
                bucket -> new Allowance(waiting -> leases.lease(bucket, waiting), pause, ticker));
  }

  /**
   * Takes one permit of each bucket. What is left of them is told in the answer's headers.
   *
   * @return an error when one has none: 429 {@code rate_limited}; the others keep theirs then
   */
  Mono<Void> take(ServerWebExchange exchange, Bucket... buckets) {
    var verdicts = new @Nullable Verdict[buckets.length];
    boolean known = true;
    for (int i = 0; i < buckets.length; i++) {
      verdicts[i] = allowances.get(buckets[i]).takeHeld();
      known &= verdicts[i] != null;
    }
    return known
        ? judge(exchange, buckets, verdicts)
        : Flux.range(0, buckets.length)
            .filter(i -> verdicts[i] == null)
            .flatMap(
                i -> allowances.get(buckets[i]).take().doOnNext(verdict -> verdicts[i] = verdict))
            .then(Mono.defer(() -> judge(exchange, buckets, verdicts)));
  }

  private Mono<Void> judge(
      ServerWebExchange exchange, Bucket[] buckets, @Nullable Verdict[] verdicts) {
    Problem problem = null;
    for (int i = 0; i < buckets.length; i++) {
      switch (Objects.requireNonNull(verdicts[i])) {
        case Admitted admitted ->
            LimitHeaders.note(exchange, buckets[i].kind(), admitted.standing());
        case Refused refused -> {
          LimitHeaders.note(exchange, buckets[i].kind(), refused.standing());
          problem = tooMany(buckets[i].kind(), refused);
        }
      }
    }
    if (problem == null) {
      return Mono.empty();
    }
    for (int i = 0; i < buckets.length; i++) {
      if (verdicts[i] instanceof Admitted) {
        allowances.get(buckets[i]).giveBack();
      }
    }
    return Mono.error(problem);
  }

  private static Problem tooMany(Bucket.Kind kind, Refused refused) {
    Standing standing = refused.standing();
    return Problem.of(429, "rate_limited", "Too many requests")
        .detail(
            "The limit of this %s is %d requests in %d seconds."
                .formatted(kind.word(), standing.quota(), standing.windowSeconds()))
        .with("limit", kind.word())
        .retryAfter(refused.retryAfter());
  }
}
