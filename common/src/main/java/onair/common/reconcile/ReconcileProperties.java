package onair.common.reconcile;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient and how parallel reconciling is; prefix {@code onair.reconcile}.
 *
 * @param settle how long after its intent a call may still take effect unseen: at least three times
 *     the total timeout of an AWS call, a third each for starting the call, for the call, and for
 *     the lag of listings
 * @param look how often a resource is looked at while AWS deletes it or does not show it yet
 * @param workers owners run at the same time on this node
 * @param poll how often due owners are looked for; a wake on this node does not wait for it
 * @param heartbeat how often a running worker says it lives
 * @param missedHeartbeats so many missed and another node takes over
 * @param maxBackoff longest wait between runs that fail
 * @param blockedRecheck when an owner that only a change can help is looked at again
 * @param autostart whether the loop starts with the application; off in tests that move it by hand
 * @param createDeadline a create under way longer than this is shown as overdue
 * @param deleteDeadline a delete under way longer than this is shown as overdue
 */
@ConfigurationProperties("onair.reconcile")
public record ReconcileProperties(
    @DefaultValue("90s") Duration settle,
    @DefaultValue("2s") Duration look,
    @DefaultValue("8") int workers,
    @DefaultValue("1s") Duration poll,
    @DefaultValue("1s") Duration heartbeat,
    @DefaultValue("4") int missedHeartbeats,
    @DefaultValue("1m") Duration maxBackoff,
    @DefaultValue("10m") Duration blockedRecheck,
    @DefaultValue("true") boolean autostart,
    @DefaultValue("5m") Duration createDeadline,
    @DefaultValue("15m") Duration deleteDeadline) {

  /** db-scheduler takes no less. */
  private static final int FEWEST_MISSED_HEARTBEATS = 4;

  public ReconcileProperties {
    requirePositive("settle", settle);
    requirePositive("look", look);
    requirePositive("poll", poll);
    requirePositive("heartbeat", heartbeat);
    requireAtLeast("workers", workers, 1);
    requireAtLeast("missed-heartbeats", missedHeartbeats, FEWEST_MISSED_HEARTBEATS);
  }

  /** Where resources cost money, a call must have ended well before its effect is ruled out. */
  void requireCovers(Duration callTimeout) {
    var least = callTimeout.multipliedBy(3);
    if (settle.compareTo(least) < 0) {
      throw new IllegalArgumentException(
          "onair.reconcile.settle must be at least %s, three times onair.aws.call-timeout, not %s"
              .formatted(least, settle));
    }
  }

  private static void requirePositive(String key, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "onair.reconcile." + key + " must be longer than nothing, not " + value);
    }
  }

  private static void requireAtLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "onair.reconcile.%s must be at least %d, not %d".formatted(key, least, value));
    }
  }
}
