package onair.channel.mediapackage;

import static onair.channel.mediapackage.Lookup.byName;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.parts.EndpointId;
import onair.channel.parts.ObservedPackageChannel;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelResponse;

/** Packaging channels: MediaPackage v2 {@code Channel}. Physical id: {@code group/channel}. */
final class PackageChannels
    implements ExternalResource<PackageChannelSpec, ObservedPackageChannel> {

  private static final Logger LOG = LoggerFactory.getLogger(PackageChannels.class);

  private final MediaPackageV2Client client;
  private final PackageNames names;
  private final GroupListing listing;

  /**
   * @param group name of the packaging group all channels live in
   */
  PackageChannels(MediaPackageV2Client client, String group) {
    this.client = client;
    this.names = new PackageNames(group);
    this.listing = new GroupListing(client, group);
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

  /** In our group; the listing has no tags, so they are asked of what has no row. */
  @Override
  public List<Listed<ObservedPackageChannel>> inventory(InventoryScope scope) {
    return listing.channels().stream()
        .map(id -> listed(id, scope))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Listed<ObservedPackageChannel>> listed(
      PackageChannelId id, InventoryScope scope) {
    Optional<Map<String, String>> tags =
        scope.knows(id.toString())
            ? Optional.of(Map.of())
            : byName(
                    () ->
                        client.getChannel(
                            request ->
                                request.channelGroupName(id.group()).channelName(id.channel())))
                .map(channel -> channel.tags());
    return tags.filter(there -> scope.covers(id.toString(), there))
        .map(there -> new Listed<>(found(id, null), there, Map.of()));
  }

  @Override
  public Found<ObservedPackageChannel> create(Identity identity, PackageChannelSpec spec) {
    PackageChannelId id = new PackageNames(spec.group()).channel(identity);
    var channel = client.createChannel(PackageShapes.createChannel(identity, id));
    return found(id, channel.createdAt());
  }

  /**
   * What somebody added to our channel goes with it: AWS does not take it before. Our own endpoint
   * is gone by now.
   */
  @Override
  public Deletion delete(Found<ObservedPackageChannel> found) {
    PackageChannelId id = found.observed().id();
    for (EndpointId endpoint : listing.endpoints(id)) {
      LOG.warn("deleting {}, which somebody added to a channel that goes", endpoint);
      byName(
          () ->
              client.deleteOriginEndpoint(
                  request ->
                      request
                          .channelGroupName(id.group())
                          .channelName(id.channel())
                          .originEndpointName(endpoint.endpoint())));
    }
    client.deleteChannel(request -> request.channelGroupName(id.group()).channelName(id.channel()));
    return new Deletion.Requested();
  }

  private static Found<ObservedPackageChannel> found(
      PackageChannelId id, @Nullable Instant createdAt) {
    return new Found<>(id.toString(), new ObservedPackageChannel(id), createdAt);
  }
}
