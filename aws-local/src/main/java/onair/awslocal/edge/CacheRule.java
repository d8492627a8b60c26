package onair.awslocal.edge;

import java.time.Duration;
import java.util.List;

/**
 * What a cache policy says.
 *
 * @param minTtl an answer is kept at least so long, whatever the origin says
 * @param defaultTtl kept so long when the origin says nothing
 * @param maxTtl kept at most so long; zero turns caching and the joining of requests off
 * @param query the query parameters that make a difference; they are also forwarded
 * @param headers the request headers that make a difference, lower case
 */
public record CacheRule(
    Duration minTtl, Duration defaultTtl, Duration maxTtl, QueryRule query, List<String> headers) {

  public CacheRule {
    headers = List.copyOf(headers);
  }

  boolean caches() {
    return maxTtl.isPositive();
  }

  /**
   * How long a good answer is fresh.
   *
   * @param originMaxAge zero is the origin's {@code no-cache}; negative means it said nothing
   */
  Duration lifetime(Duration originMaxAge) {
    Duration wanted = originMaxAge.isNegative() ? defaultTtl : originMaxAge;
    Duration atMost = wanted.compareTo(maxTtl) > 0 ? maxTtl : wanted;
    return atMost.compareTo(minTtl) < 0 ? minTtl : atMost;
  }
}
