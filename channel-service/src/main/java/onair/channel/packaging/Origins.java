package onair.channel.packaging;

import java.util.function.Function;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;

/** The origins all channels share, each with its reconciler. */
final class Origins {

  /** Nobody's organization pays for what all share. */
  static final String SHARED = "shared";

  private Origins() {}

  /** MediaPackage v2, made ahead. */
  static OriginReconciler packagingGroup(
      PackagingGroup group,
      ExternalResource<PackagingGroup, ObservedGroup> groups,
      OriginReconciler.Tools tools) {
    return new OriginReconciler(new PackagingGroupOrigin(group, groups), tools);
  }

  /** A bucket or a container, made ahead. */
  static OriginReconciler store(
      SharedStore store,
      ExternalResource<SharedStore, ObservedStore> stores,
      ExternalResource<SharedStore, ObservedStorePolicy> policies,
      OriginReconciler.Tools tools) {
    return new OriginReconciler(new StoreOrigin(store, stores, policies), tools);
  }

  /** MediaPackage v1, whose host is known once there is an endpoint. */
  static OriginReconciler packageV1(OriginReconciler.Tools tools) {
    return new OriginReconciler(new PackageV1Origin(new OriginStore(tools.jdbc())), tools);
  }

  static <O> Ensured<String> map(Ensured<O> ensured, Function<O, String> domain) {
    return switch (ensured) {
      case Ensured.NotYet<O> notYet -> new Ensured.NotYet<>(notYet.outcome());
      case Ensured.Ready<O> ready ->
          new Ensured.Ready<>(
              new Found<>(
                  ready.found().physicalId(),
                  domain.apply(ready.found().observed()),
                  ready.found().createdAt()));
    };
  }
}
