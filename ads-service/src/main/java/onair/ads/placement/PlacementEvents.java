package onair.ads.placement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** Tells the delivery service what plays through MediaTailor, in the caller's transaction. */
final class PlacementEvents {

  private final Outbox outbox;
  private final InstantSource clock;

  PlacementEvents(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Viewers of the playback id are to be sent through MediaTailor. */
  void ready(Placement placement) {
    publish("ad_configuration.ready", placement);
  }

  /** Viewers of the playback id are not to be sent through MediaTailor any more. */
  void deleted(Placement placement) {
    publish("ad_configuration.deleted", placement);
  }

  /** MediaTailor answers at this host, which the CDN needs as an origin. */
  void origin(TailorHost.Known host) {
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            "origin.ready",
            "",
            new DomainEvent.Resource("origin", host.domain(), host.version()),
            Map.of("kind", "mediatailor", "domain", host.domain(), "paths", List.of("/v1/*")),
            clock.instant()));
  }

  private void publish(String type, Placement placement) {
    var data = new LinkedHashMap<String, Object>();
    data.put("organization_id", placement.organizationId());
    data.put("playback_id", placement.playbackId());
    Placement.Paths paths = placement.paths();
    data.put("hls_path", orNull(paths == null ? null : paths.hls()));
    data.put("dash_path", orNull(paths == null ? null : paths.dash()));
    Instant at = clock.instant();
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            type,
            placement.organizationId(),
            new DomainEvent.Resource("ad_configuration", placement.id(), placement.version()),
            data,
            at));
  }

  private static Object orNull(@Nullable String text) {
    return text == null ? NullNode.getInstance() : text;
  }
}
