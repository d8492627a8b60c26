package onair.delivery.playback;

import onair.common.event.EventListener;
import onair.common.event.EventText;
import onair.common.event.IncomingEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Learns what plays with ads. */
final class AdRouteListener implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(AdRouteListener.class);

  private static final String READY = "ad_configuration.ready";
  private static final String DELETED = "ad_configuration.deleted";

  private final PlaybackStore store;

  AdRouteListener(PlaybackStore store) {
    this.store = store;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && (detailType.equals(READY) || detailType.equals(DELETED));
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode resource = event.detail().path("resource");
    JsonNode data = event.detail().path("data");
    String id = EventText.of(resource, "id");
    String organization = EventText.of(data, "organization_id");
    String playbackId = EventText.of(data, "playback_id");
    if (id == null || organization == null || playbackId == null) {
      LOG.warn("Event {} ({}) tells no ad route and is left out", event.id(), event.detailType());
      return;
    }
    store.learn(
        new AdRoute(
            id,
            organization,
            playbackId,
            resource.path("version").asLong(0),
            EventText.of(data, "hls_path"),
            EventText.of(data, "dash_path"),
            event.detailType().equals(DELETED)));
  }
}
