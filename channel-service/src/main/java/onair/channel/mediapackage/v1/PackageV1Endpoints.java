package onair.channel.mediapackage.v1;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.channel.parts.EndpointV1Spec;
import onair.channel.parts.ObservedEndpointV1;
import onair.common.aws.Difference;
import onair.common.aws.Differences;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.InventoryScope;
import onair.common.reconcile.Listed;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;

/**
 * Origin endpoints of one form: MediaPackage v1 {@code OriginEndpoint}. Physical id: the id chosen
 * by us.
 */
final class PackageV1Endpoints implements ExternalResource<EndpointV1Spec, ObservedEndpointV1> {

  /** What it serves. */
  enum Form {
    HLS,
    DASH;

    private String word() {
      return this == HLS ? "hls" : "dash";
    }
  }

  private final MediaPackageClient client;
  private final Form form;

  PackageV1Endpoints(MediaPackageClient client, Form form) {
    this.client = client;
    this.form = form;
  }

  @Override
  public String kind() {
    return "mediapackagev1-endpoint/" + form.word();
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedEndpointV1>> observe(String physicalId) {
    return Lookup.byId(() -> client.describeOriginEndpoint(request -> request.id(physicalId)))
        .map(endpoint -> found(endpoint.id(), endpoint.url()));
  }

  /** Somebody else's may have the id. */
  @Override
  public List<Found<ObservedEndpointV1>> find(Identity identity) {
    String id = id(identity);
    return Lookup.byId(() -> client.describeOriginEndpoint(request -> request.id(id)))
        .filter(endpoint -> identity.owns(endpoint.tags()))
        .map(endpoint -> found(endpoint.id(), endpoint.url()))
        .stream()
        .toList();
  }

  /** Of both forms, as AWS lists them; which is which is told by the tag. */
  @Override
  public List<Listed<ObservedEndpointV1>> inventory(InventoryScope scope) {
    return client.listOriginEndpointsPaginator(request -> {}).originEndpoints().stream()
        .filter(endpoint -> scope.covers(endpoint.id(), endpoint.tags()))
        .map(
            endpoint ->
                new Listed<>(found(endpoint.id(), endpoint.url()), endpoint.tags(), Map.of()))
        .toList();
  }

  @Override
  public Found<ObservedEndpointV1> create(Identity identity, EndpointV1Spec spec) {
    var endpoint = client.createOriginEndpoint(request(identity, spec));
    return found(endpoint.id(), endpoint.url());
  }

  private CreateOriginEndpointRequest request(Identity identity, EndpointV1Spec spec) {
    return switch (form) {
      case HLS -> PackageV1Shapes.createHls(identity, id(identity), spec);
      case DASH -> PackageV1Shapes.createDash(identity, id(identity), spec);
    };
  }

  @Override
  public List<Difference> differences(Identity identity, EndpointV1Spec spec, String physicalId) {
    return Lookup.byId(() -> client.describeOriginEndpoint(request -> request.id(physicalId)))
        .map(found -> Differences.between(request(identity, spec), found))
        .orElse(List.of());
  }

  @Override
  public boolean repair(Identity identity, EndpointV1Spec spec, String physicalId) {
    client.updateOriginEndpoint(PackageV1Shapes.update(request(identity, spec)));
    return true;
  }

  @Override
  public Deletion delete(Found<ObservedEndpointV1> found) {
    client.deleteOriginEndpoint(request -> request.id(found.physicalId()));
    return new Deletion.Requested();
  }

  private String id(Identity identity) {
    return PackageV1Shapes.channelId(identity) + "-" + form.word();
  }

  private static Found<ObservedEndpointV1> found(String id, String url) {
    return new Found<>(id, new ObservedEndpointV1(URI.create(url)), null);
  }
}
