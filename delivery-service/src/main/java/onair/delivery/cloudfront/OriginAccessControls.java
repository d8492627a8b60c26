package onair.delivery.cloudfront;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.delivery.distribution.AccessControl;
import onair.delivery.distribution.ObservedAccessControl;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.NoSuchOriginAccessControlException;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlList;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlOriginTypes;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSigningBehaviors;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSigningProtocols;

/** Origin access controls. CloudFront gives them no tags, so that they are recognised by name. */
final class OriginAccessControls implements ExternalResource<AccessControl, ObservedAccessControl> {

  private final CloudFrontClient client;
  private final AccessControl accessControl;

  /**
   * @param accessControl by whose name {@link #find} looks
   */
  OriginAccessControls(CloudFrontClient client, AccessControl accessControl) {
    this.client = client;
    this.accessControl = accessControl;
  }

  @Override
  public String kind() {
    return switch (accessControl.signing()) {
      case MEDIAPACKAGEV2 -> "cloudfront-origin-access-control";
      case S3 -> "cloudfront-origin-access-control-s3";
      case MEDIASTORE -> "cloudfront-origin-access-control-mediastore";
    };
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedAccessControl>> observe(String physicalId) {
    try {
      var read = client.getOriginAccessControl(request -> request.id(physicalId));
      var config = read.originAccessControl().originAccessControlConfig();
      return Optional.of(
          new Found<>(physicalId, new ObservedAccessControl(config.name(), read.eTag()), null));
    } catch (NoSuchOriginAccessControlException gone) {
      return Optional.empty();
    }
  }

  @Override
  public List<Found<ObservedAccessControl>> find(Identity identity) {
    List<Found<ObservedAccessControl>> found = new ArrayList<>();
    String marker = null;
    do {
      OriginAccessControlList page = page(marker);
      page.items().stream()
          .filter(item -> item.name().equals(accessControl.name()))
          .forEach(item -> observe(item.id()).ifPresent(found::add));
      marker = page.nextMarker();
    } while (marker != null && !marker.isEmpty());
    return found;
  }

  @Override
  public Found<ObservedAccessControl> create(Identity identity, AccessControl spec) {
    var made =
        client.createOriginAccessControl(
            request ->
                request.originAccessControlConfig(
                    config ->
                        config
                            .name(spec.name())
                            .description("OnAir reads its media with it")
                            .signingProtocol(OriginAccessControlSigningProtocols.SIGV4)
                            .signingBehavior(OriginAccessControlSigningBehaviors.ALWAYS)
                            .originAccessControlOriginType(originType(spec))));
    return new Found<>(
        made.originAccessControl().id(), new ObservedAccessControl(spec.name(), made.eTag()), null);
  }

  @Override
  public Deletion delete(Found<ObservedAccessControl> found) {
    client.deleteOriginAccessControl(
        request -> request.id(found.physicalId()).ifMatch(found.observed().etag()));
    return new Deletion.Requested();
  }

  private static OriginAccessControlOriginTypes originType(AccessControl spec) {
    return switch (spec.signing()) {
      case MEDIAPACKAGEV2 -> OriginAccessControlOriginTypes.MEDIAPACKAGEV2;
      case S3 -> OriginAccessControlOriginTypes.S3;
      case MEDIASTORE -> OriginAccessControlOriginTypes.MEDIASTORE;
    };
  }

  private OriginAccessControlList page(@Nullable String marker) {
    return client
        .listOriginAccessControls(request -> request.marker(marker))
        .originAccessControlList();
  }
}
