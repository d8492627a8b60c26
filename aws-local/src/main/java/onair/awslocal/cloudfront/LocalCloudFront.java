package onair.awslocal.cloudfront;

import java.util.Map;
import onair.awslocal.edge.EdgeNetwork;
import onair.awslocal.ledger.Ledger;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.life.Profile;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.state.StateStore;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionWithTagsRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionWithTagsResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateInvalidationResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfigWithTags;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.GetInvalidationRequest;
import software.amazon.awssdk.services.cloudfront.model.GetInvalidationResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsResponse;
import software.amazon.awssdk.services.cloudfront.model.ListInvalidationsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListInvalidationsResponse;
import software.amazon.awssdk.services.cloudfront.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudfront.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudfront.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudfront.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudfront.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudfront.model.UntagResourceResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateDistributionResponse;

/**
 * CloudFront's API over local state. The operations overridden here work; all others answer
 * NotImplemented. Source: Amazon CloudFront API Reference 2020-05-31.
 */
public final class LocalCloudFront extends AccessOperations {

  private final CloudFrontState state;
  private final Distributions distributions;
  private final Invalidations invalidations;
  private final Tagging tagging;

  /**
   * Deploys at once what was deployed when the state was last written, and goes on with what was
   * under way.
   */
  public LocalCloudFront(
      StateStore store,
      Lifecycle lifecycle,
      Profile profile,
      EdgeNetwork edge,
      AppliedQuotas quotas) {
    this(new CloudFrontState(store, quotas), lifecycle, profile, edge);
  }

  private LocalCloudFront(
      CloudFrontState state, Lifecycle lifecycle, Profile profile, EdgeNetwork edge) {
    super(state, lifecycle, new Distributions(state, lifecycle, profile, edge));
    this.state = state;
    this.distributions = distributions();
    this.invalidations = new Invalidations(state, lifecycle, profile, edge);
    this.tagging = new Tagging(state);
    distributions.resume();
    invalidations.resume();
  }

  /** Lets the ledger write down what happens to distributions. */
  public void record(Ledger ledger) {
    ledger.watch(
        state.distributions(),
        "cloudfront",
        "distribution",
        DistributionRow::arn,
        DistributionRow::status);
  }

  @Override
  public String serviceName() {
    return "cloudfront";
  }

  @Override
  public void close() {}

  @Override
  public CreateDistributionResponse createDistribution(CreateDistributionRequest request) {
    DistributionRow row = distributions.create(request.distributionConfig(), Map.of());
    return CreateDistributionResponse.builder()
        .distribution(shown(row))
        .location(DistributionShapes.location(row))
        .eTag(row.etag())
        .build();
  }

  @Override
  public CreateDistributionWithTagsResponse createDistributionWithTags(
      CreateDistributionWithTagsRequest request) {
    DistributionConfigWithTags wanted = request.distributionConfigWithTags();
    DistributionRow row =
        distributions.create(wanted.distributionConfig(), Tagging.checked(wanted.tags()));
    return CreateDistributionWithTagsResponse.builder()
        .distribution(shown(row))
        .location(DistributionShapes.location(row))
        .eTag(row.etag())
        .build();
  }

  @Override
  public GetDistributionResponse getDistribution(GetDistributionRequest request) {
    DistributionRow row = distributions.get(request.id());
    return GetDistributionResponse.builder().distribution(shown(row)).eTag(row.etag()).build();
  }

  @Override
  public GetDistributionConfigResponse getDistributionConfig(GetDistributionConfigRequest request) {
    DistributionRow row = distributions.get(request.id());
    return GetDistributionConfigResponse.builder()
        .distributionConfig(row.config())
        .eTag(row.etag())
        .build();
  }

  @Override
  public ListDistributionsResponse listDistributions(ListDistributionsRequest request) {
    Listing<DistributionRow> page =
        Listing.of(distributions.list(), DistributionRow::id, request.marker(), request.maxItems());
    return ListDistributionsResponse.builder()
        .distributionList(DistributionShapes.list(page))
        .build();
  }

  @Override
  public UpdateDistributionResponse updateDistribution(UpdateDistributionRequest request) {
    DistributionRow row = distributions.update(request);
    return UpdateDistributionResponse.builder().distribution(shown(row)).eTag(row.etag()).build();
  }

  @Override
  public DeleteDistributionResponse deleteDistribution(DeleteDistributionRequest request) {
    distributions.delete(request);
    invalidations.forget(request.id());
    return DeleteDistributionResponse.builder().build();
  }

  @Override
  public CreateInvalidationResponse createInvalidation(CreateInvalidationRequest request) {
    DistributionRow distribution = distributions.get(request.distributionId());
    InvalidationRow row = invalidations.create(distribution.id(), request.invalidationBatch());
    return CreateInvalidationResponse.builder()
        .invalidation(row.toModel())
        .location(DistributionShapes.location(distribution) + "/invalidation/" + row.id())
        .build();
  }

  @Override
  public GetInvalidationResponse getInvalidation(GetInvalidationRequest request) {
    DistributionRow distribution = distributions.get(request.distributionId());
    InvalidationRow row = invalidations.get(distribution.id(), request.id());
    return GetInvalidationResponse.builder().invalidation(row.toModel()).build();
  }

  @Override
  public ListInvalidationsResponse listInvalidations(ListInvalidationsRequest request) {
    DistributionRow distribution = distributions.get(request.distributionId());
    Listing<InvalidationRow> page =
        Listing.of(
            invalidations.of(distribution.id()),
            InvalidationRow::id,
            request.marker(),
            request.maxItems());
    return ListInvalidationsResponse.builder().invalidationList(Invalidations.list(page)).build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    return tagging.tag(request);
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    return tagging.untag(request);
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return tagging.list(request);
  }

  private Distribution shown(DistributionRow row) {
    return DistributionShapes.distribution(
        row, distributions.trusted(row), invalidations.inProgress(row.id()));
  }
}
