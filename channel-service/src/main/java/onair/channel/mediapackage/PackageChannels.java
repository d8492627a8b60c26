package onair.channel.mediapackage;

import static onair.channel.mediapackage.Lookup.byName;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelResponse;

/** Packaging channels: MediaPackage v2 {@code Channel}. Physical id: {@code group/channel}. */
final class PackageChannels
    implements ExternalResource<PackageChannelSpec, ObservedPackageChannel> {

  private final MediaPackageV2Client client;
  private final PackageNames names;

  /**
   * @param group name of the packaging group all channels live in
   */
  PackageChannels(MediaPackageV2Client client, String group) {
    this.client = client;
    this.names = new PackageNames(group);
  }

  @Override
  public String kind() {
    return "mediapackage-channel";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedPackageChannel>> observe(String physicalId) {
    PackageChannelId id = PackageChannelId.parse(physicalId);
    return get(id).map(channel -> found(id, channel.createdAt()));
  }

  private Optional<GetChannelResponse> get(PackageChannelId id) {
    return byName(
        () ->
            client.getChannel(
                request -> request.channelGroupName(id.group()).channelName(id.channel())));
  }

  /** Somebody else's may have the name. */
  @Override
  public List<Found<ObservedPackageChannel>> find(Identity identity) {
    PackageChannelId id = names.channel(identity);
    return get(id)
        .filter(channel -> identity.owns(channel.tags()))
        .map(channel -> found(id, channel.createdAt()))
        .stream()
        .toList();
  }

  @Override
  public Found<ObservedPackageChannel> create(Identity identity, PackageChannelSpec spec) {
    PackageChannelId id = new PackageNames(spec.group()).channel(identity);
    var channel = client.createChannel(PackageShapes.createChannel(identity, id));
    return found(id, channel.createdAt());
  }

  @Override
  public Deletion delete(Found<ObservedPackageChannel> found) {
    PackageChannelId id = found.observed().id();
    client.deleteChannel(request -> request.channelGroupName(id.group()).channelName(id.channel()));
    return new Deletion.Requested();
  }

  private static Found<ObservedPackageChannel> found(
      PackageChannelId id, @Nullable Instant createdAt) {
    return new Found<>(id.toString(), new ObservedPackageChannel(id), createdAt);
  }
}
