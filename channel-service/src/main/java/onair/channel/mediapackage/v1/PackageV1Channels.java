package onair.channel.mediapackage.v1;

import java.util.List;
import java.util.Optional;
import onair.channel.parts.ObservedPackageV1Channel;
import onair.channel.parts.PackageV1ChannelSpec;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;

/** Packaging channels: MediaPackage v1 {@code Channel}. Physical id: the id chosen by us. */
final class PackageV1Channels
    implements ExternalResource<PackageV1ChannelSpec, ObservedPackageV1Channel> {

  private final MediaPackageClient client;

  PackageV1Channels(MediaPackageClient client) {
    this.client = client;
  }

  @Override
  public String kind() {
    return "mediapackagev1-channel";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedPackageV1Channel>> observe(String physicalId) {
    return Lookup.byId(() -> client.describeChannel(request -> request.id(physicalId)))
        .map(channel -> found(channel.id()));
  }

  /** Somebody else's may have the id. */
  @Override
  public List<Found<ObservedPackageV1Channel>> find(Identity identity) {
    String id = PackageV1Shapes.channelId(identity);
    return Lookup.byId(() -> client.describeChannel(request -> request.id(id)))
        .filter(channel -> identity.owns(channel.tags()))
        .map(channel -> found(channel.id()))
        .stream()
        .toList();
  }

  @Override
  public Found<ObservedPackageV1Channel> create(Identity identity, PackageV1ChannelSpec spec) {
    return found(client.createChannel(PackageV1Shapes.createChannel(identity)).id());
  }

  @Override
  public Deletion delete(Found<ObservedPackageV1Channel> found) {
    client.deleteChannel(request -> request.id(found.physicalId()));
    return new Deletion.Requested();
  }

  private static Found<ObservedPackageV1Channel> found(String id) {
    return new Found<>(id, new ObservedPackageV1Channel(id), null);
  }
}
