package onair.channel.adbreak;

import java.time.InstantSource;
import java.util.Map;
import onair.channel.adbreak.AdBreak.Status;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.time.Times;

/**
 * Learns how breaks were filled, from who fills them. What they say counts the break's version on
 * from the signal, so what comes late or twice is known by a version that is not newer.
 */
final class FillListener implements EventListener {

  private static final String WHO_FILLS = "onair.ads-service";

  private static final Map<String, Status> OUTCOMES =
      Map.of(
          "ad_break.filled", Status.FILLED,
          "ad_break.underfilled", Status.UNDERFILLED,
          "ad_break.slate", Status.SLATE);

  private final AdBreakStore store;
  private final InstantSource clock;

  FillListener(AdBreakStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.equals(WHO_FILLS) && OUTCOMES.containsKey(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    Status outcome = OUTCOMES.get(event.detailType());
    if (outcome == null) {
      return;
    }
    long version = event.detail().path("resource").path("version").asLong(0);
    store
        .lock(event.detail().path("data").path("ad_break_id").asString(""))
        .filter(known -> known.signalledAt() != null && known.version() < version)
        .ifPresent(known -> store.update(known.filled(outcome, version, Times.now(clock))));
  }
}
