package onair.channel.mediapackage;

import static onair.channel.mediapackage.Lookup.byName;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.ObservedEndpoint;
import onair.common.aws.Difference;
import onair.common.aws.Differences;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;

/**
 * Origin endpoints: MediaPackage v2 {@code OriginEndpoint}. Physical id: {@code
 * group/channel/endpoint}.
 */
final class OriginEndpoints implements ExternalResource<EndpointSpec, ObservedEndpoint> {

  private final MediaPackageV2Client client;
  private final PackageNames names;
  private final GroupListing listing;
  private final String keyRoleArn;

  /**
   * @param group name of the packaging group all channels live in
   * @param keyRoleArn role MediaPackage asks key servers under
   */
  OriginEndpoints(MediaPackageV2Client client, String group, String keyRoleArn) {
    this.client = client;
    this.names = new PackageNames(group);
    this.listing = new GroupListing(client, group);
    this.keyRoleArn = keyRoleArn;
  }

  @Override
  public String kind() {
    return "mediapackage-endpoint";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedEndpoint>> observe(String physicalId) {
    EndpointId id = EndpointId.parse(physicalId);
    return get(id).map(endpoint -> found(id, endpoint));
  }

  private Optional<GetOriginEndpointResponse> get(EndpointId id) {
    return byName(
        () ->
            client.getOriginEndpoint(
                request ->
                    request
                        .channelGroupName(id.channel().group())
                        .channelName(id.channel().channel())
                        .originEndpointName(id.endpoint())));
  }

  /** Somebody else's may have the name. */
  @Override
  public List<Found<ObservedEndpoint>> find(Identity identity) {
    EndpointId id = names.endpoint(identity);
    return get(id)
        .filter(endpoint -> identity.owns(endpoint.tags()))
        .map(endpoint -> found(id, endpoint))
        .stream()
        .toList();
  }

  /**
   * Of every channel in our group; the listing has no tags, so they are asked of what has no row. A
   * channel whose endpoint is known is not asked for others: they go with it.
   */
  @Override
  public List<Listed<ObservedEndpoint>> inventory(InventoryScope scope) {
    return listing.channels().stream()
        .map(PackageNames::endpoint)
        .flatMap(
            own ->
                scope.knows(own.toString())
                    ? Stream.of(own)
                    : listing.endpoints(own.channel()).stream())
        .map(id -> listed(id, scope))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Listed<ObservedEndpoint>> listed(EndpointId id, InventoryScope scope) {
    Optional<Map<String, String>> tags =
        scope.knows(id.toString())
            ? Optional.of(Map.of())
            : byName(
                    () ->
                        client.getOriginEndpoint(
                            request ->
                                request
                                    .channelGroupName(id.channel().group())
                                    .channelName(id.channel().channel())
                                    .originEndpointName(id.endpoint())))
                .map(endpoint -> endpoint.tags());
    return tags.filter(there -> scope.covers(id.toString(), there))
        .map(there -> new Listed<>(found(id, null, null), there, Map.of()));
  }

  @Override
  public Found<ObservedEndpoint> create(Identity identity, EndpointSpec spec) {
    var endpoint =
        client.createOriginEndpoint(PackageShapes.createEndpoint(identity, spec, keyRoleArn));
    return found(
        PackageNames.endpoint(spec.channel()),
        endpoint.startoverWindowSeconds(),
        endpoint.createdAt());
  }

  @Override
  public List<Difference> differences(Identity identity, EndpointSpec spec, String physicalId) {
    EndpointId id = EndpointId.parse(physicalId);
    return byName(
            () ->
                client.getOriginEndpoint(
                    request ->
                        request
                            .channelGroupName(id.channel().group())
                            .channelName(id.channel().channel())
                            .originEndpointName(id.endpoint())))
        .map(
            found ->
                Differences.between(
                    PackageShapes.createEndpoint(identity, spec, keyRoleArn), found))
        .orElse(List.of())
        .stream()
        .map(OriginEndpoints::masked)
        .toList();
  }

  /** Where a key server is asked may be as good as a key. */
  private static Difference masked(Difference difference) {
    return difference.field().endsWith("spekeKeyProvider.url")
        ? new Difference(difference.field(), "the one given", "another one")
        : difference;
  }

  @Override
  public boolean repair(Identity identity, EndpointSpec spec, String physicalId) {
    client.updateOriginEndpoint(PackageShapes.updateEndpoint(identity, spec, keyRoleArn));
    return true;
  }

  @Override
  public Deletion delete(Found<ObservedEndpoint> found) {
    EndpointId id = found.observed().id();
    client.deleteOriginEndpoint(
        request ->
            request
                .channelGroupName(id.channel().group())
                .channelName(id.channel().channel())
                .originEndpointName(id.endpoint()));
    return new Deletion.Requested();
  }

  private static Found<ObservedEndpoint> found(EndpointId id, GetOriginEndpointResponse endpoint) {
    return found(id, endpoint.startoverWindowSeconds(), endpoint.createdAt());
  }

  private static Found<ObservedEndpoint> found(
      EndpointId id, @Nullable Integer startOverSeconds, @Nullable Instant createdAt) {
    var startOver = Duration.ofSeconds(startOverSeconds == null ? 0 : startOverSeconds);
    return new Found<>(id.toString(), new ObservedEndpoint(id, startOver), createdAt);
  }
}
