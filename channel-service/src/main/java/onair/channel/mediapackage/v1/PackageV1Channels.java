package onair.channel.mediapackage.v1;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.parts.ObservedPackageV1Channel;
import onair.channel.parts.PackageV1ChannelSpec;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;

/** Packaging channels: MediaPackage v1 {@code Channel}. Physical id: the id chosen by us. */
final class PackageV1Channels
    implements ExternalResource<PackageV1ChannelSpec, ObservedPackageV1Channel> {

  private static final Logger LOG = LoggerFactory.getLogger(PackageV1Channels.class);

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
  public List<Listed<ObservedPackageV1Channel>> inventory(InventoryScope scope) {
    return client.listChannelsPaginator(request -> {}).channels().stream()
        .filter(channel -> scope.covers(channel.id(), channel.tags()))
        .map(channel -> new Listed<>(found(channel.id()), channel.tags(), Map.of()))
        .toList();
  }

  @Override
  public Found<ObservedPackageV1Channel> create(Identity identity, PackageV1ChannelSpec spec) {
    return found(client.createChannel(PackageV1Shapes.createChannel(identity)).id());
  }

  /**
   * What somebody added to our channel goes with it: AWS does not take it before. Our own endpoints
   * are gone by now.
   */
  @Override
  public Deletion delete(Found<ObservedPackageV1Channel> found) {
    client
        .listOriginEndpointsPaginator(request -> request.channelId(found.physicalId()))
        .originEndpoints()
        .forEach(
            endpoint -> {
              LOG.warn("deleting {}, which somebody added to a channel that goes", endpoint.id());
              Lookup.byId(() -> client.deleteOriginEndpoint(request -> request.id(endpoint.id())));
            });
    client.deleteChannel(request -> request.id(found.physicalId()));
    return new Deletion.Requested();
  }

  private static Found<ObservedPackageV1Channel> found(String id) {
    return new Found<>(id, new ObservedPackageV1Channel(id), null);
  }
}
