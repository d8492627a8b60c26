package onair.vod.caption;

import java.util.LinkedHashMap;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** Tells the rest of the platform what became of captions, in the caller's transaction. */
final class CaptionEvents {

  private final Outbox outbox;

  CaptionEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  /** {@code asset.caption.<status>}. */
  void told(Caption caption) {
    var data = new LinkedHashMap<String, Object>();
    data.put("organization_id", caption.organizationId());
    data.put("asset_id", caption.assetId());
    data.put("name", caption.name());
    data.put("language", caption.language());
    data.put("status", caption.status().word());
    data.put("reason", orNull(caption.reason()));
    data.put("metadata", caption.metadata());
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "asset.caption." + caption.status().word(),
            caption.organizationId(),
            new DomainEvent.Resource("caption", caption.id(), caption.version()),
            data,
            caption.updatedAt()));
  }

  private static Object orNull(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : value;
  }
}
