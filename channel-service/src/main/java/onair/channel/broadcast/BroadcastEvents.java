package onair.channel.broadcast;

import java.util.LinkedHashMap;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** Tells the rest of the platform what happened to broadcasts, in the caller's transaction. */
final class BroadcastEvents {

  private final Outbox outbox;

  BroadcastEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** {@code broadcast.<status>}. */
  void tell(PlannedBroadcast broadcast) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", broadcast.organizationId());
    data.put("channel_id", broadcast.channelId());
    data.put("playback_id", broadcast.playbackId());
    data.put("start_at", broadcast.startAt().toString());
    data.put("stop_at", orNull(broadcast.stopAt()));
    data.put("reason", orNull(broadcast.reason()));
    data.put("metadata", broadcast.metadata());
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "broadcast." + broadcast.status().word(),
            broadcast.organizationId(),
            new DomainEvent.Resource("broadcast", broadcast.id(), broadcast.version()),
            data,
            broadcast.updatedAt()));
  }

  private static Object orNull(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : value.toString();
  }
}
