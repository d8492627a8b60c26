package onair.ads.adbreak;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import onair.common.event.DomainEvent;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Says of each signalled break what became of it, as soon as decisions were asked for it, and again
 * when later ones change that. A break nobody watches stays as it was signalled.
 */
final class AdBreaks implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(AdBreaks.class);

  private final AdBreakStore store;
  private final AvailStore avails;
  private final Outbox outbox;
  private final InstantSource clock;

  AdBreaks(AdBreakStore store, AvailStore avails, Outbox outbox, InstantSource clock) {
    this.store = store;
    this.avails = avails;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && detailType.equals("ad_break.signalled");
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode data = event.detail().path("data");
    String id = data.path("ad_break_id").asString("");
    String playback = data.path("playback_id").asString("");
    BigDecimal seconds = data.path("duration_seconds").asDecimal(BigDecimal.ZERO);
    if (id.isEmpty() || playback.isEmpty() || seconds.signum() <= 0) {
      LOG.warn("Event {} tells no ad break and is left out", event.id());
      return;
    }
    var avail =
        new Avail(
            data.path("organization_id").asString(""),
            playback,
            data.path("splice_event_id").asLong(0));
    avails.alone(avail);
    store.learn(
        new AdBreak(
            id,
            data.path("channel_id").asString(""),
            avail,
            Duration.ofMillis(seconds.movePointRight(3).longValue()),
            null,
            event.detail().path("resource").path("version").asLong(0),
            event.time()));
    tell(avail);
  }

  /** More decisions were asked for; inside the caller's transaction. */
  void asked(Avail avail, Decisions more) {
    avails.alone(avail);
    avails.add(avail, more, clock.instant());
    tell(avail);
  }

  private void tell(Avail avail) {
    for (AdBreak adBreak : store.lock(avail)) {
      avails
          .spread(avail)
          .map(ads -> Outcome.of(adBreak.length(), ads))
          .filter(outcome -> outcome != adBreak.outcome())
          .ifPresent(outcome -> publish(adBreak.told(outcome), outcome));
    }
  }

  private void publish(AdBreak told, Outcome outcome) {
    Instant now = clock.instant();
    store.told(told, outcome, now);
    var data = new LinkedHashMap<String, Object>();
    data.put("organization_id", told.avail().organizationId());
    data.put("channel_id", told.channelId());
    data.put("playback_id", told.avail().playbackId());
    data.put("ad_break_id", told.id());
    data.put("splice_event_id", told.avail().spliceEventId());
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "ad_break." + outcome.word(),
            told.avail().organizationId(),
            new DomainEvent.Resource("ad_break", told.id(), told.version()),
            data,
            now));
  }
}
