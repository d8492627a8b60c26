package onair.delivery.distribution;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.reconcile.Wakes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Learns of origins, which other services make and the distribution shows to viewers. */
final class OriginListener implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(OriginListener.class);

  private final DistributionStore store;
  private final Wakes wakes;
  private final InstantSource clock;

  OriginListener(DistributionStore store, Wakes wakes, InstantSource clock) {
    this.store = store;
    this.wakes = wakes;
    this.clock = clock;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && detailType.equals("origin.ready");
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode resource = event.detail().path("resource");
    Optional<MediaOrigin> origin =
        read(resource.path("id").asString(""), event.detail().path("data"));
    if (origin.isEmpty()) {
      LOG.warn("Event {} tells no origin we can serve and is left out", event.id());
      return;
    }
    if (store.learn(origin.get(), resource.path("version").asLong(0), clock.instant())) {
      wakes.wake(DistributionReconciler.NAME, DistributionReconciler.OWNER);
    }
  }

  private static Optional<MediaOrigin> read(String id, JsonNode data) {
    String domain = data.path("domain").asString("");
    List<String> paths = new ArrayList<>();
    data.path("paths").forEach(path -> paths.add(path.asString("")));
    boolean whole = !id.isEmpty() && !domain.isEmpty() && !paths.isEmpty();
    if (!whole || !paths.stream().allMatch(MediaOrigin::isPattern)) {
      return Optional.empty();
    }
    return kind(data.path("kind").asString(""))
        .map(kind -> new MediaOrigin(id, kind, domain, paths));
  }

  private static Optional<MediaOrigin.Kind> kind(String word) {
    try {
      return Optional.of(MediaOrigin.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
