package onair.common.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events travel.
 *
 * @param bus EventBridge bus of all OnAir services; made when it is not there
 * @param relayInterval how often the outbox is looked at when nobody says that something was
 *     committed
 * @param poll how long one receive call waits for messages, whole seconds up to 20; shorter only
 *     costs more calls
 * @param visibility how long a message is hidden from other instances while it is worked on, and so
 *     when it comes again after a failure
 * @param maxReceives how often a message is tried before it goes to the dead-letter queue
 */
@ConfigurationProperties("onair.event")
record EventProperties(
    @DefaultValue("onair") String bus,
    @DefaultValue("2s") Duration relayInterval,
    @DefaultValue("20s") Duration poll,
    @DefaultValue("60s") Duration visibility,
    @DefaultValue("10") int maxReceives) {

  EventProperties {
    require(
        bus.matches("[A-Za-z0-9._-]{1,256}") && !bus.equals("default"),
        "bus must be the name of a bus of our own, not " + bus);
    require(
        relayInterval.isPositive(),
        "relay-interval must be longer than nothing, not " + relayInterval);
    require(!poll.isNegative() && poll.toSeconds() <= 20, "poll must be 0s to 20s, not " + poll);
    require(
        visibility.toSeconds() >= 1 && visibility.toHours() < 12,
        "visibility must be 1s to 12h, not " + visibility);
    require(
        maxReceives >= 1 && maxReceives <= 1000,
        "max-receives must be 1 to 1000, not " + maxReceives);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("onair.event." + otherwise);
    }
  }
}
