package onair.channel.adbreak;

import java.util.LinkedHashMap;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;

/** Tells the rest of the platform what happened to breaks, in the caller's transaction. */
final class AdBreakEvents {

  private final Outbox outbox;

  AdBreakEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** {@code ad_break.<status>}. */
  void tell(AdBreak adBreak) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", adBreak.organizationId());
    data.put("channel_id", adBreak.channelId());
    data.put("playback_id", adBreak.playbackId());
    data.put("ad_break_id", adBreak.id());
    data.put("splice_event_id", adBreak.spliceEventId());
    data.put("duration_seconds", adBreak.duration().toSeconds());
    data.put("metadata", adBreak.metadata());
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "ad_break." + adBreak.status().word(),
            adBreak.organizationId(),
            new DomainEvent.Resource("ad_break", adBreak.id(), adBreak.version()),
            data,
            adBreak.updatedAt()));
  }
}
