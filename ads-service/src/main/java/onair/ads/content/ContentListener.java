package onair.ads.content;

import java.util.regex.Pattern;
import onair.common.event.EventListener;
import onair.common.event.EventText;
import onair.common.event.IncomingEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Learns of channels, assets and the CDN's address. Each event tells the whole thing, so that the
 * newest one is enough, whatever was missed.
 */
final class ContentListener implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(ContentListener.class);

  /** Of the thing itself, not of something in it. */
  private static final Pattern TYPE = Pattern.compile("(channel|asset)\\.[a-z_]+");

  private static final String DISTRIBUTION = "distribution.ready";

  private final ContentStore store;
  private final ContentWatcher watcher;

  ContentListener(ContentStore store, ContentWatcher watcher) {
    this.store = store;
    this.watcher = watcher;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.")
        && (TYPE.matcher(detailType).matches() || detailType.equals(DISTRIBUTION));
  }

  @Override
  public void on(IncomingEvent event) {
    if (event.detailType().equals(DISTRIBUTION)) {
      address(event);
      return;
    }
    EventFields fields = EventFields.of(event);
    if (!fields.isWhole()) {
      LOG.warn("Event {} ({}) tells nothing and is left out", event.id(), event.detailType());
      return;
    }
    boolean removed = event.detailType().endsWith(".deleted");
    if (event.detailType().startsWith("channel.")) {
      channel(fields, removed);
    } else {
      asset(fields, removed);
    }
  }

  private void channel(EventFields fields, boolean removed) {
    JsonNode ads = fields.data().path("ads");
    var channel =
        new Channel(
            fields.id(),
            fields.organizationId(),
            fields.playbackId(),
            fields.version(),
            fields.packaged(),
            ads.path("enabled").asBoolean(false),
            EventText.of(ads, "slate_asset_id"),
            removed);
    if (store.learn(channel)) {
      watcher.learned(channel);
    }
  }

  private void asset(EventFields fields, boolean removed) {
    boolean ready = "ready".equals(EventText.of(fields.data(), "status"));
    var asset =
        new Asset(
            fields.id(),
            fields.organizationId(),
            fields.playbackId(),
            fields.version(),
            fields.packaged(),
            ready,
            fields.film(),
            removed);
    if (store.learn(asset)) {
      watcher.learned(asset);
    }
  }

  private void address(IncomingEvent event) {
    JsonNode resource = event.detail().path("resource");
    String id = EventText.of(resource, "id");
    String base = EventText.of(event.detail().path("data"), "base_url");
    if (id == null || base == null) {
      LOG.warn("Event {} tells no address and is left out", event.id());
      return;
    }
    String bare = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    if (store.learnAddress(id, bare, resource.path("version").asLong(0))) {
      watcher.addressChanged();
    }
  }
}
