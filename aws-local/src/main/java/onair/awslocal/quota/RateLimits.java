package onair.awslocal.quota;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import onair.awslocal.protocol.Call;
import onair.awslocal.protocol.CallFilter;
import onair.awslocal.protocol.CallOutcome;

/**
 * Throttles callers who call more often than AWS lets them, each account in each Region by itself
 * and each service as it documents. A call that is throttled costs nothing.
 */
public final class RateLimits implements CallFilter {

  private static final int MANY = 4096;

  private record Key(String accountId, String region, String group) {}

  private final InstantSource clock;
  private final Map<Key, TokenBucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param clock the system's: callers wait by it before they try again, whatever time it is for
   *     the local AWS
   */
  public RateLimits(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public CallOutcome filter(Call call, Supplier<CallOutcome> onwards) {
    Optional<ApiRate> rate = ApiRate.of(call);
    if (rate.isPresent() && !isAllowed(call, rate.get())) {
      return new CallOutcome.Throttled(
          "Too many requests: this account may make %s of them per second in %s"
              .formatted(number(rate.get().perSecond()), call.context().region()));
    }
    return onwards.get();
  }

  private boolean isAllowed(Call call, ApiRate rate) {
    Instant now = clock.instant();
    if (buckets.size() > MANY) {
      buckets.values().removeIf(bucket -> bucket.isFull(now));
    }
    var key = new Key(call.context().accountId(), call.context().region(), rate.group());
    return buckets.computeIfAbsent(key, any -> new TokenBucket(rate, now)).take(now);
  }

  private static String number(double value) {
    return Long.toString(Math.round(value));
  }
}
