package onair.channel.packaging;

import java.time.Duration;
import java.util.List;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;

/** What keeps the objects of all channels, and lets the CDN, and nobody else, read them. */
record StoreOrigin(
    SharedStore store,
    ExternalResource<SharedStore, ObservedStore> stores,
    ExternalResource<SharedStore, ObservedStorePolicy> policies)
    implements SharedOrigin {

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  @Override
  public String owner() {
    return "live-" + store.kind();
  }

  @Override
  public String id() {
    return store.kind() + "/" + store.name();
  }

  @Override
  public String kind() {
    return store.kind();
  }

  @Override
  public List<String> paths() {
    return List.of("/" + store.folder() + "/*");
  }

  @Override
  public Ensured<String> ensure(Lease lease, Resources resources) {
    var there = resources.ensurePresent(lease, key(stores), Origins.SHARED, stores, store);
    if (there instanceof Ensured.Ready<ObservedStore> ready && !ready.found().observed().usable()) {
      return new Ensured.NotYet<>(new Outcome.Waiting("AWS is making it", LOOK_AGAIN));
    }
    if (there instanceof Ensured.Ready<ObservedStore>
        && resources.ensurePresent(lease, key(policies), Origins.SHARED, policies, store)
            instanceof Ensured.NotYet<ObservedStorePolicy>(Outcome outcome)) {
      return new Ensured.NotYet<>(outcome);
    }
    return Origins.map(there, ObservedStore::domain);
  }

  private ResourceKey key(ExternalResource<?, ?> edge) {
    return new ResourceKey(owner(), edge.kind());
  }
}
