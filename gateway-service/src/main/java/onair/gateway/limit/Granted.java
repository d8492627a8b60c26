package onair.gateway.limit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What account-service leased.
 *
 * @param granted permits to give out; 0 = none left
 * @param remaining what is left for all gateways
 * @param quota permits of a full bucket; 0 = not limited
 * @param windowSeconds how long an empty one takes to fill
 * @param retryAfterMs until there is one again
 */
record Granted(
    @JsonProperty("granted") int granted,
    @JsonProperty("remaining") int remaining,
    @JsonProperty("quota") int quota,
    @JsonProperty("window_seconds") long windowSeconds,
    @JsonProperty("retry_after_ms") long retryAfterMs) {

  boolean isUnlimited() {
    return quota == 0;
  }

  Duration window() {
    return Duration.ofSeconds(windowSeconds);
  }

  Duration retryAfter() {
    return Duration.ofMillis(retryAfterMs);
  }
}
