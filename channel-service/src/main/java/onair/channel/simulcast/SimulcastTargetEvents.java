package onair.channel.simulcast;

import java.util.LinkedHashMap;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** Tells the rest of the platform what happened to targets, in the caller's transaction. */
final class SimulcastTargetEvents {

  private final Outbox outbox;

  SimulcastTargetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** {@code channel.simulcast_target.errored}: it does not take what is pushed. */
  void errored(SimulcastTarget target) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", target.organizationId());
    data.put("channel_id", target.channelId());
    data.put("name", target.name());
    data.put("status", target.status().word());
    data.put("reason", orNull(target.reason()));
    data.put("metadata", target.metadata());
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "channel.simulcast_target.errored",
            target.organizationId(),
            new DomainEvent.Resource("simulcast_target", target.id(), target.version()),
            data,
            target.updatedAt()));
  }

  private static Object orNull(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : value;
  }
}
