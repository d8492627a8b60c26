package onair.channel.packaging;

import java.util.List;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Resources;

/** The MediaPackage v2 channel group of all channels. */
record PackagingGroupOrigin(
    PackagingGroup group, ExternalResource<PackagingGroup, ObservedGroup> groups)
    implements SharedOrigin {

  @Override
  public String owner() {
    return PackagingGroup.OWNER;
  }

  @Override
  public String id() {
    return group.name();
  }

  @Override
  public String kind() {
    return "mediapackagev2";
  }

  @Override
  public List<String> paths() {
    return List.of("/out/v1/" + group.name() + "/*");
  }

  @Override
  public Ensured<String> ensure(Lease lease, Resources resources) {
    return Origins.map(
        resources.ensurePresent(lease, PackagingGroup.key(), Origins.SHARED, groups, group),
        ObservedGroup::egressDomain);
  }
}
