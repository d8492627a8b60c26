package onair.channel.clip;

import java.util.LinkedHashMap;
import java.util.Map;
import onair.channel.session.PackagedAt;
import onair.channel.session.TimeOnAir;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;

/**
 * Asks for clips, in the caller's transaction; what became of them is told by who makes the asset.
 */
final class ClipEvents {

  private final Outbox outbox;

  ClipEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** {@code clip.requested}. */
  void requested(Clip clip, TimeOnAir time) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", clip.organizationId());
    data.put("channel_id", clip.channelId());
    data.put("session_id", clip.sessionId());
    data.put("clip_id", clip.id());
    data.put("name", clip.name());
    data.put("start_at", clip.startAt().toString());
    data.put("end_at", clip.endAt().toString());
    data.put("metadata", clip.metadata());
    PackagedAt packaging = time.packaging();
    if (packaging != null) {
      data.put("packaging", packaging.told());
    }
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "clip.requested",
            clip.organizationId(),
            new DomainEvent.Resource("clip", clip.id(), clip.version()),
            data,
            clip.updatedAt()));
  }
}
