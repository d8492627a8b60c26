package onair.delivery.cloudfront;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.delivery.distribution.DistributionLayout;
import onair.delivery.distribution.Distributions;
import onair.delivery.distribution.ObservedDistribution;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchResourceException;
import software.amazon.awssdk.services.cloudfront.model.Tag;

/**
 * Distributions. The caller reference is the token: a repeated create with the same layout answers
 * with the first distribution, with another layout it is refused, and then the one with our tags is
 * adopted. Every change names the version it was made from.
 */
final class CloudFrontDistributions implements Distributions {

  /** CloudFront knows a caller reference for as long as its distribution is there. */
  private static final Duration REFERENCE_VALIDITY = Duration.ofDays(30);

  private static final Duration DEPLOYING = Duration.ofSeconds(2);

  private final CloudFrontClient client;

  CloudFrontDistributions(CloudFrontClient client) {
    this.client = client;
  }

  @Override
  public String kind() {
    return "cloudfront-distribution";
  }

  @Override
  public Idempotency idempotency() {
    return new Idempotency.Token(REFERENCE_VALIDITY);
  }

  @Override
  public String summary(ObservedDistribution observed) {
    return observed.deployed() ? "Deployed" : "InProgress";
  }

  @Override
  public Optional<Found<ObservedDistribution>> observe(String physicalId) {
    try {
      var read = client.getDistribution(request -> request.id(physicalId));
      return Optional.of(found(read.distribution(), read.eTag()));
    } catch (NoSuchDistributionException gone) {
      return Optional.empty();
    }
  }

  /** CloudFront cannot list by tag and tells no time of creation; its own order is kept. */
  @Override
  public List<Found<ObservedDistribution>> find(Identity identity) {
    List<Found<ObservedDistribution>> found = new ArrayList<>();
    String marker = null;
    do {
      DistributionList page = page(marker);
      page.items().stream()
          .filter(item -> identity.owns(tagsOf(item)))
          .forEach(item -> observe(item.id()).ifPresent(found::add));
      marker = page.nextMarker();
    } while (marker != null && !marker.isEmpty());
    return found;
  }

  @Override
  public Found<ObservedDistribution> create(Identity identity, DistributionLayout layout) {
    List<Tag> tags =
        identity.tags().entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    var made =
        client.createDistributionWithTags(
            request ->
                request.distributionConfigWithTags(
                    with ->
                        with.distributionConfig(DistributionShapes.create(identity, layout))
                            .tags(t -> t.items(tags))));
    return found(made.distribution(), made.eTag());
  }

  @Override
  public Found<ObservedDistribution> update(
      Found<ObservedDistribution> found, DistributionLayout layout) {
    var read = client.getDistributionConfig(request -> request.id(found.physicalId()));
    var changed =
        client.updateDistribution(
            request ->
                request
                    .id(found.physicalId())
                    .ifMatch(found.observed().etag())
                    .distributionConfig(
                        DistributionShapes.apply(layout, read.distributionConfig())));
    return found(changed.distribution(), changed.eTag());
  }

  /** Disabled, deployed so, deleted: one of the three each time. */
  @Override
  public Deletion delete(Found<ObservedDistribution> found) {
    ObservedDistribution observed = found.observed();
    if (observed.layout().enabled()) {
      disable(found);
      return new Deletion.NotYet("the distribution is being disabled", DEPLOYING);
    }
    if (!observed.deployed()) {
      return new Deletion.NotYet("not every edge has disabled the distribution yet", DEPLOYING);
    }
    client.deleteDistribution(request -> request.id(found.physicalId()).ifMatch(observed.etag()));
    return new Deletion.Requested();
  }

  private void disable(Found<ObservedDistribution> found) {
    var read = client.getDistributionConfig(request -> request.id(found.physicalId()));
    client.updateDistribution(
        request ->
            request
                .id(found.physicalId())
                .ifMatch(found.observed().etag())
                .distributionConfig(read.distributionConfig().toBuilder().enabled(false).build()));
  }

  private Map<String, String> tagsOf(DistributionSummary item) {
    try {
      return client
          .listTagsForResource(request -> request.resource(item.arn()))
          .tags()
          .items()
          .stream()
          .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    } catch (NoSuchResourceException gone) {
      return Map.of();
    }
  }

  private DistributionList page(@Nullable String marker) {
    return client.listDistributions(request -> request.marker(marker)).distributionList();
  }

  private static Found<ObservedDistribution> found(Distribution distribution, String etag) {
    return new Found<>(
        distribution.id(),
        new ObservedDistribution(
            distribution.domainName(),
            etag,
            "Deployed".equals(distribution.status()),
            DistributionShapes.layout(distribution.distributionConfig())),
        null);
  }
}
