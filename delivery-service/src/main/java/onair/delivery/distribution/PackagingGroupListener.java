package onair.delivery.distribution;

import java.time.InstantSource;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.reconcile.Wakes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Learns of packaging groups, which become origins of the distribution. */
final class PackagingGroupListener implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(PackagingGroupListener.class);

  private final DistributionStore store;
  private final Wakes wakes;
  private final InstantSource clock;

  PackagingGroupListener(DistributionStore store, Wakes wakes, InstantSource clock) {
    this.store = store;
    this.wakes = wakes;
    this.clock = clock;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && detailType.equals("packaging_group.ready");
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode resource = event.detail().path("resource");
    String name = resource.path("id").asString("");
    String domain = event.detail().path("data").path("egress_domain").asString("");
    if (name.isEmpty() || domain.isEmpty()) {
      LOG.warn("Event {} names no packaging group and is left out", event.id());
      return;
    }
    PackagingGroup group = new PackagingGroup(name, domain);
    if (store.learn(group, resource.path("version").asLong(0), clock.instant())) {
      wakes.wake(DistributionReconciler.NAME, DistributionReconciler.OWNER);
    }
  }
}
