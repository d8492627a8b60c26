package onair.channel.mediapackage;

import static onair.channel.mediapackage.Lookup.byName;

import java.util.List;
import java.util.Optional;
import onair.channel.packaging.ObservedGroup;
import onair.channel.packaging.PackagingGroup;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;

/** Packaging groups: MediaPackage v2 {@code ChannelGroup}. Physical id: the name. */
final class PackageGroups implements ExternalResource<PackagingGroup, ObservedGroup> {

  private final MediaPackageV2Client client;
  private final String name;

  /**
   * @param name of the one group of this installation, by which {@link #find} looks
   */
  PackageGroups(MediaPackageV2Client client, String name) {
    this.client = client;
    this.name = name;
  }

  @Override
  public String kind() {
    return PackagingGroup.KIND;
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedGroup>> observe(String physicalId) {
    return byName(() -> client.getChannelGroup(request -> request.channelGroupName(physicalId)))
        .map(
            group ->
                new Found<>(
                    group.channelGroupName(),
                    new ObservedGroup(group.channelGroupName(), group.egressDomain()),
                    group.createdAt()));
  }

  @Override
  public List<Found<ObservedGroup>> find(Identity identity) {
    return observe(name).stream().toList();
  }

  @Override
  public Found<ObservedGroup> create(Identity identity, PackagingGroup spec) {
    var group = client.createChannelGroup(PackageShapes.createGroup(identity, spec.name()));
    return new Found<>(
        group.channelGroupName(),
        new ObservedGroup(group.channelGroupName(), group.egressDomain()),
        group.createdAt());
  }

  @Override
  public Deletion delete(Found<ObservedGroup> found) {
    client.deleteChannelGroup(request -> request.channelGroupName(found.physicalId()));
    return new Deletion.Requested();
  }
}
