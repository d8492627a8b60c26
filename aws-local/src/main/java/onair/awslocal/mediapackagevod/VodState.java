package onair.awslocal.mediapackagevod;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.SdkRows;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.mediapackagevod.model.AssetShallow;
import software.amazon.awssdk.services.mediapackagevod.model.PackagingConfiguration;
import software.amazon.awssdk.services.mediapackagevod.model.PackagingGroup;

/** Everything MediaPackage VOD keeps. Whoever changes something does it {@link #exclusively}. */
final class VodState {

  private final ReentrantLock lock = new ReentrantLock();
  private final AppliedQuotas quotas;
  private final Rows<GroupRow> groups;
  private final Rows<ConfigurationRow> configurations;
  private final Rows<AssetRow> assets;

  VodState(StateStore store, AppliedQuotas quotas) {
    this.quotas = quotas;
    this.groups =
        new Rows<>(
            "PackagingGroup",
            store.table(
                "mediapackagevod-groups",
                SdkRows.codec(GroupRow.class, List.of(PackagingGroup.class))));
    this.configurations =
        new Rows<>(
            "PackagingConfiguration",
            store.table(
                "mediapackagevod-configurations",
                SdkRows.codec(ConfigurationRow.class, List.of(PackagingConfiguration.class))));
    this.assets =
        new Rows<>(
            "Asset",
            store.table(
                "mediapackagevod-assets",
                SdkRows.codec(AssetRow.class, List.of(AssetShallow.class))));
  }

  Rows<GroupRow> groups() {
    return groups;
  }

  Rows<ConfigurationRow> configurations() {
    return configurations;
  }

  Rows<AssetRow> assets() {
    return assets;
  }

  /** The group's configurations, the oldest first. */
  List<ConfigurationRow> configurationsOf(Scope scope, String group) {
    return configurations.in(scope).stream().filter(row -> row.group().equals(group)).toList();
  }

  List<AssetRow> assetsOf(Scope scope, String group) {
    return assets.in(scope).stream().filter(row -> row.group().equals(group)).toList();
  }

  /** 429 when there are as many as there may be. Source: MediaPackage user guide, "VOD quotas". */
  void requireRoom(Scope scope, Quota quota, int present) {
    long limit = quotas.limit(scope, quota);
    if (present >= limit) {
      throw Refusals.quota("Limit exceeded: %s %d".formatted(quota.title(), limit));
    }
  }

  <T> T exclusively(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
