package onair.delivery.cloudfront;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.delivery.distribution.CachePolicies;
import onair.delivery.distribution.CachePolicy;
import onair.delivery.distribution.ObservedCachePolicy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyList;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyType;
import software.amazon.awssdk.services.cloudfront.model.NoSuchCachePolicyException;

/**
 * The cache policy for manifests. CloudFront gives it no tags, so that it is recognised by name.
 */
final class ManifestCachePolicies implements CachePolicies {

  private final CloudFrontClient client;
  private final CachePolicy wanted;

  /**
   * @param wanted by whose name {@link #find} looks
   */
  ManifestCachePolicies(CloudFrontClient client, CachePolicy wanted) {
    this.client = client;
    this.wanted = wanted;
  }

  @Override
  public String kind() {
    return "cloudfront-cache-policy";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.NaturalName();
  }

  @Override
  public Optional<Found<ObservedCachePolicy>> observe(String physicalId) {
    try {
      var read = client.getCachePolicy(request -> request.id(physicalId));
      return Optional.of(found(physicalId, read.cachePolicy().cachePolicyConfig(), read.eTag()));
    } catch (NoSuchCachePolicyException gone) {
      return Optional.empty();
    }
  }

  @Override
  public List<Found<ObservedCachePolicy>> find(Identity identity) {
    List<Found<ObservedCachePolicy>> found = new ArrayList<>();
    String marker = null;
    do {
      CachePolicyList page = page(marker);
      page.items().stream()
          .map(item -> item.cachePolicy())
          .filter(item -> item.cachePolicyConfig().name().equals(wanted.name()))
          .forEach(item -> observe(item.id()).ifPresent(found::add));
      marker = page.nextMarker();
    } while (marker != null && !marker.isEmpty());
    return found;
  }

  @Override
  public Found<ObservedCachePolicy> create(Identity identity, CachePolicy policy) {
    var made =
        client.createCachePolicy(
            request -> request.cachePolicyConfig(CachePolicyShapes.config(policy)));
    return found(made.cachePolicy().id(), made.cachePolicy().cachePolicyConfig(), made.eTag());
  }

  @Override
  public Found<ObservedCachePolicy> update(Found<ObservedCachePolicy> found, CachePolicy policy) {
    var changed =
        client.updateCachePolicy(
            request ->
                request
                    .id(found.physicalId())
                    .ifMatch(found.observed().etag())
                    .cachePolicyConfig(CachePolicyShapes.config(policy)));
    return found(found.physicalId(), changed.cachePolicy().cachePolicyConfig(), changed.eTag());
  }

  @Override
  public Deletion delete(Found<ObservedCachePolicy> found) {
    client.deleteCachePolicy(
        request -> request.id(found.physicalId()).ifMatch(found.observed().etag()));
    return new Deletion.Requested();
  }

  private CachePolicyList page(@Nullable String marker) {
    return client
        .listCachePolicies(request -> request.type(CachePolicyType.CUSTOM).marker(marker))
        .cachePolicyList();
  }

  private Found<ObservedCachePolicy> found(String id, CachePolicyConfig config, String etag) {
    return new Found<>(
        id, new ObservedCachePolicy(CachePolicyShapes.isAsWanted(config, wanted), etag), null);
  }
}
