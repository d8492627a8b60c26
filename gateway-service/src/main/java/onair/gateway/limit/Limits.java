package onair.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.common.problem.Problem;
import onair.gateway.limit.Verdict.Admitted;
import onair.gateway.limit.Verdict.Refused;
import onair.gateway.limit.Verdict.Standing;
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
    return Flux.fromArray(buckets)
        .flatMapSequential(bucket -> taken(bucket))
        .collectList()
        .flatMap(taken -> judge(exchange, taken));
  }

  private Mono<Map.Entry<Bucket, Verdict>> taken(Bucket bucket) {
    return allowances.get(bucket).take().map(verdict -> Map.entry(bucket, verdict));
  }

  private Mono<Void> judge(ServerWebExchange exchange, List<Map.Entry<Bucket, Verdict>> taken) {
    Problem problem = null;
    var given = new ArrayList<Bucket>();
    for (Map.Entry<Bucket, Verdict> one : taken) {
      Bucket bucket = one.getKey();
      switch (one.getValue()) {
        case Admitted admitted -> {
          given.add(bucket);
          if (admitted.standing() != null) {
            LimitHeaders.note(exchange, bucket.kind(), admitted.standing());
          }
        }
        case Refused refused -> {
          LimitHeaders.note(exchange, bucket.kind(), refused.standing());
          problem = tooMany(bucket.kind(), refused);
        }
      }
    }
    if (problem == null) {
      return Mono.empty();
    }
    given.forEach(bucket -> allowances.get(bucket).giveBack());
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
