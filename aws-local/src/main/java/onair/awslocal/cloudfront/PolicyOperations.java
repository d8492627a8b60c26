package onair.awslocal.cloudfront;

import java.util.List;
import onair.awslocal.life.Lifecycle;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicySummary;
import software.amazon.awssdk.services.cloudfront.model.CreateCachePolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateCachePolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateOriginRequestPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateOriginRequestPolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.CreateResponseHeadersPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateResponseHeadersPolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteCachePolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteCachePolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteOriginRequestPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteOriginRequestPolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteResponseHeadersPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteResponseHeadersPolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.GetCachePolicyConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetCachePolicyConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetCachePolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.GetCachePolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.GetOriginRequestPolicyConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetOriginRequestPolicyConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetOriginRequestPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.GetOriginRequestPolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.GetResponseHeadersPolicyConfigRequest;
import software.amazon.awssdk.services.cloudfront.model.GetResponseHeadersPolicyConfigResponse;
import software.amazon.awssdk.services.cloudfront.model.GetResponseHeadersPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.GetResponseHeadersPolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.ListCachePoliciesRequest;
import software.amazon.awssdk.services.cloudfront.model.ListCachePoliciesResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByCachePolicyIdRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByCachePolicyIdResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByOriginRequestPolicyIdRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByOriginRequestPolicyIdResponse;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByResponseHeadersPolicyIdRequest;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsByResponseHeadersPolicyIdResponse;
import software.amazon.awssdk.services.cloudfront.model.ListOriginRequestPoliciesRequest;
import software.amazon.awssdk.services.cloudfront.model.ListOriginRequestPoliciesResponse;
import software.amazon.awssdk.services.cloudfront.model.ListResponseHeadersPoliciesRequest;
import software.amazon.awssdk.services.cloudfront.model.ListResponseHeadersPoliciesResponse;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicySummary;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicySummary;
import software.amazon.awssdk.services.cloudfront.model.UpdateCachePolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateCachePolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdateOriginRequestPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateOriginRequestPolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.UpdateResponseHeadersPolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.UpdateResponseHeadersPolicyResponse;

/** The operations on policies. */
abstract class PolicyOperations implements CloudFrontClient {

  private static final String LOCATION = "https://cloudfront.amazonaws.com/2020-05-31/";

  private final Policies<CachePolicyConfig, CachePolicyRow> cache;
  private final Policies<OriginRequestPolicyConfig, OriginRequestPolicyRow> originRequest;
  private final Policies<ResponseHeadersPolicyConfig, ResponseHeadersPolicyRow> responseHeaders;
  private final Distributions distributions;

  PolicyOperations(CloudFrontState state, Lifecycle lifecycle, Distributions distributions) {
    this.cache = new Policies<>(PolicySorts.CACHE, state.cachePolicies(), state, lifecycle);
    this.originRequest =
        new Policies<>(PolicySorts.ORIGIN_REQUEST, state.originRequestPolicies(), state, lifecycle);
    this.responseHeaders =
        new Policies<>(
            PolicySorts.RESPONSE_HEADERS, state.responseHeadersPolicies(), state, lifecycle);
    this.distributions = distributions;
  }

  /** What is deployed, with changed policies and keys. */
  final Distributions distributions() {
    return distributions;
  }

  @Override
  public CreateCachePolicyResponse createCachePolicy(CreateCachePolicyRequest request) {
    CachePolicyRow row = cache.create(request.cachePolicyConfig());
    return CreateCachePolicyResponse.builder()
        .cachePolicy(row.toModel())
        .location(LOCATION + "cache-policy/" + row.id())
        .eTag(row.etag())
        .build();
  }

  @Override
  public GetCachePolicyResponse getCachePolicy(GetCachePolicyRequest request) {
    CachePolicyRow row = cache.get(request.id());
    return GetCachePolicyResponse.builder().cachePolicy(row.toModel()).eTag(row.etag()).build();
  }

  @Override
  public GetCachePolicyConfigResponse getCachePolicyConfig(GetCachePolicyConfigRequest request) {
    CachePolicyRow row = cache.get(request.id());
    return GetCachePolicyConfigResponse.builder()
        .cachePolicyConfig(row.config())
        .eTag(row.etag())
        .build();
  }

  @Override
  public ListCachePoliciesResponse listCachePolicies(ListCachePoliciesRequest request) {
    Listing<CachePolicyRow> page =
        cache.list(request.typeAsString(), request.marker(), request.maxItems());
    List<CachePolicySummary> items =
        page.items().stream()
            .map(
                row ->
                    CachePolicySummary.builder()
                        .type(cache.type(row))
                        .cachePolicy(row.toModel())
                        .build())
            .toList();
    return ListCachePoliciesResponse.builder()
        .cachePolicyList(
            l ->
                l.nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .quantity(items.size())
                    .items(items))
        .build();
  }

  @Override
  public UpdateCachePolicyResponse updateCachePolicy(UpdateCachePolicyRequest request) {
    CachePolicyRow row = cache.update(request.id(), request.ifMatch(), request.cachePolicyConfig());
    distributions.redeploy();
    return UpdateCachePolicyResponse.builder().cachePolicy(row.toModel()).eTag(row.etag()).build();
  }

  @Override
  public DeleteCachePolicyResponse deleteCachePolicy(DeleteCachePolicyRequest request) {
    cache.delete(request.id(), request.ifMatch());
    return DeleteCachePolicyResponse.builder().build();
  }

  @Override
  public ListDistributionsByCachePolicyIdResponse listDistributionsByCachePolicyId(
      ListDistributionsByCachePolicyIdRequest request) {
    CachePolicyRow row = cache.get(request.cachePolicyId());
    return ListDistributionsByCachePolicyIdResponse.builder()
        .distributionIdList(
            distributions.ids(
                behavior -> row.id().equals(behavior.cachePolicyId()),
                request.marker(),
                request.maxItems()))
        .build();
  }

  @Override
  public CreateOriginRequestPolicyResponse createOriginRequestPolicy(
      CreateOriginRequestPolicyRequest request) {
    OriginRequestPolicyRow row = originRequest.create(request.originRequestPolicyConfig());
    return CreateOriginRequestPolicyResponse.builder()
        .originRequestPolicy(row.toModel())
        .location(LOCATION + "origin-request-policy/" + row.id())
        .eTag(row.etag())
        .build();
  }

  @Override
  public GetOriginRequestPolicyResponse getOriginRequestPolicy(
      GetOriginRequestPolicyRequest request) {
    OriginRequestPolicyRow row = originRequest.get(request.id());
    return GetOriginRequestPolicyResponse.builder()
        .originRequestPolicy(row.toModel())
        .eTag(row.etag())
        .build();
  }

  @Override
  public GetOriginRequestPolicyConfigResponse getOriginRequestPolicyConfig(
      GetOriginRequestPolicyConfigRequest request) {
    OriginRequestPolicyRow row = originRequest.get(request.id());
    return GetOriginRequestPolicyConfigResponse.builder()
        .originRequestPolicyConfig(row.config())
        .eTag(row.etag())
        .build();
  }

  @Override
  public ListOriginRequestPoliciesResponse listOriginRequestPolicies(
      ListOriginRequestPoliciesRequest request) {
    Listing<OriginRequestPolicyRow> page =
        originRequest.list(request.typeAsString(), request.marker(), request.maxItems());
    List<OriginRequestPolicySummary> items =
        page.items().stream()
            .map(
                row ->
                    OriginRequestPolicySummary.builder()
                        .type(originRequest.type(row))
                        .originRequestPolicy(row.toModel())
                        .build())
            .toList();
    return ListOriginRequestPoliciesResponse.builder()
        .originRequestPolicyList(
            l ->
                l.nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .quantity(items.size())
                    .items(items))
        .build();
  }

  @Override
  public UpdateOriginRequestPolicyResponse updateOriginRequestPolicy(
      UpdateOriginRequestPolicyRequest request) {
    OriginRequestPolicyRow row =
        originRequest.update(request.id(), request.ifMatch(), request.originRequestPolicyConfig());
    distributions.redeploy();
    return UpdateOriginRequestPolicyResponse.builder()
        .originRequestPolicy(row.toModel())
        .eTag(row.etag())
        .build();
  }

  @Override
  public DeleteOriginRequestPolicyResponse deleteOriginRequestPolicy(
      DeleteOriginRequestPolicyRequest request) {
    originRequest.delete(request.id(), request.ifMatch());
    return DeleteOriginRequestPolicyResponse.builder().build();
  }

  @Override
  public ListDistributionsByOriginRequestPolicyIdResponse listDistributionsByOriginRequestPolicyId(
      ListDistributionsByOriginRequestPolicyIdRequest request) {
    OriginRequestPolicyRow row = originRequest.get(request.originRequestPolicyId());
    return ListDistributionsByOriginRequestPolicyIdResponse.builder()
        .distributionIdList(
            distributions.ids(
                behavior -> row.id().equals(behavior.originRequestPolicyId()),
                request.marker(),
                request.maxItems()))
        .build();
  }

  @Override
  public CreateResponseHeadersPolicyResponse createResponseHeadersPolicy(
      CreateResponseHeadersPolicyRequest request) {
    ResponseHeadersPolicyRow row = responseHeaders.create(request.responseHeadersPolicyConfig());
    return CreateResponseHeadersPolicyResponse.builder()
        .responseHeadersPolicy(row.toModel())
        .location(LOCATION + "response-headers-policy/" + row.id())
        .eTag(row.etag())
        .build();
  }

  @Override
  public GetResponseHeadersPolicyResponse getResponseHeadersPolicy(
      GetResponseHeadersPolicyRequest request) {
    ResponseHeadersPolicyRow row = responseHeaders.get(request.id());
    return GetResponseHeadersPolicyResponse.builder()
        .responseHeadersPolicy(row.toModel())
        .eTag(row.etag())
        .build();
  }

  @Override
  public GetResponseHeadersPolicyConfigResponse getResponseHeadersPolicyConfig(
      GetResponseHeadersPolicyConfigRequest request) {
    ResponseHeadersPolicyRow row = responseHeaders.get(request.id());
    return GetResponseHeadersPolicyConfigResponse.builder()
        .responseHeadersPolicyConfig(row.config())
        .eTag(row.etag())
        .build();
  }

  @Override
  public ListResponseHeadersPoliciesResponse listResponseHeadersPolicies(
      ListResponseHeadersPoliciesRequest request) {
    Listing<ResponseHeadersPolicyRow> page =
        responseHeaders.list(request.typeAsString(), request.marker(), request.maxItems());
    List<ResponseHeadersPolicySummary> items =
        page.items().stream()
            .map(
                row ->
                    ResponseHeadersPolicySummary.builder()
                        .type(responseHeaders.type(row))
                        .responseHeadersPolicy(row.toModel())
                        .build())
            .toList();
    return ListResponseHeadersPoliciesResponse.builder()
        .responseHeadersPolicyList(
            l ->
                l.nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .quantity(items.size())
                    .items(items))
        .build();
  }

  @Override
  public UpdateResponseHeadersPolicyResponse updateResponseHeadersPolicy(
      UpdateResponseHeadersPolicyRequest request) {
    ResponseHeadersPolicyRow row =
        responseHeaders.update(
            request.id(), request.ifMatch(), request.responseHeadersPolicyConfig());
    distributions.redeploy();
    return UpdateResponseHeadersPolicyResponse.builder()
        .responseHeadersPolicy(row.toModel())
        .eTag(row.etag())
        .build();
  }

  @Override
  public DeleteResponseHeadersPolicyResponse deleteResponseHeadersPolicy(
      DeleteResponseHeadersPolicyRequest request) {
    responseHeaders.delete(request.id(), request.ifMatch());
    return DeleteResponseHeadersPolicyResponse.builder().build();
  }

  @Override
  public ListDistributionsByResponseHeadersPolicyIdResponse
      listDistributionsByResponseHeadersPolicyId(
          ListDistributionsByResponseHeadersPolicyIdRequest request) {
    ResponseHeadersPolicyRow row = responseHeaders.get(request.responseHeadersPolicyId());
    return ListDistributionsByResponseHeadersPolicyIdResponse.builder()
        .distributionIdList(
            distributions.ids(
                behavior -> row.id().equals(behavior.responseHeadersPolicyId()),
                request.marker(),
                request.maxItems()))
        .build();
  }
}
