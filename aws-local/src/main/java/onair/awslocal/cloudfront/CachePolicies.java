package onair.awslocal.cloudfront;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.protocol.CallContext;
import software.amazon.awssdk.services.cloudfront.model.CachePolicy;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyInUseException;
import software.amazon.awssdk.services.cloudfront.model.CachePolicySummary;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyType;
import software.amazon.awssdk.services.cloudfront.model.CreateCachePolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.CreateCachePolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.DeleteCachePolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.DeleteCachePolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.GetCachePolicyRequest;
import software.amazon.awssdk.services.cloudfront.model.GetCachePolicyResponse;
import software.amazon.awssdk.services.cloudfront.model.Headers;
import software.amazon.awssdk.services.cloudfront.model.IllegalDeleteException;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.ListCachePoliciesRequest;
import software.amazon.awssdk.services.cloudfront.model.ListCachePoliciesResponse;
import software.amazon.awssdk.services.cloudfront.model.NoSuchCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.ParametersInCacheKeyAndForwardedToOrigin;
import software.amazon.awssdk.services.cloudfront.model.QueryStringNames;
import software.amazon.awssdk.services.cloudfront.model.TooManyCachePoliciesException;
import software.amazon.awssdk.services.cloudfront.model.TooManyHeadersInCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyQueryStringsInCachePolicyException;

/** The managed cache policies and an account's own. */
final class CachePolicies {

  private static final int MAX_POLICIES = 20;
  private static final int MAX_NAMES = 10;

  private final CloudFrontState state;
  private final Lifecycle lifecycle;

  CachePolicies(CloudFrontState state, Lifecycle lifecycle) {
    this.state = state;
    this.lifecycle = lifecycle;
  }

  CreateCachePolicyResponse create(CreateCachePolicyRequest request) {
    CachePolicyConfig config = request.cachePolicyConfig();
    check(config);
    return state.exclusively(
        () -> {
          requireFreeName(config);
          if (own().size() >= MAX_POLICIES) {
            throw TooManyCachePoliciesException.builder()
                .message("An account has at most " + MAX_POLICIES + " cache policies.")
                .build();
          }
          CachePolicyRow row =
              new CachePolicyRow(
                  UUID.randomUUID().toString(),
                  CallContext.current().accountId(),
                  AwsIds.etag(),
                  lifecycle.now(),
                  config);
          state.cachePolicies().put(row.id(), row);
          return CreateCachePolicyResponse.builder()
              .cachePolicy(row.toModel())
              .location("https://cloudfront.amazonaws.com/2020-05-31/cache-policy/" + row.id())
              .eTag(row.etag())
              .build();
        });
  }

  GetCachePolicyResponse get(GetCachePolicyRequest request) {
    CachePolicy managed = ManagedPolicies.cache().get(request.id());
    if (managed != null) {
      return GetCachePolicyResponse.builder()
          .cachePolicy(managed)
          .eTag(ManagedPolicies.etagOf(managed))
          .build();
    }
    CachePolicyRow row = find(request.id());
    return GetCachePolicyResponse.builder().cachePolicy(row.toModel()).eTag(row.etag()).build();
  }

  ListCachePoliciesResponse list(ListCachePoliciesRequest request) {
    List<CachePolicySummary> all = new ArrayList<>();
    if (request.type() != CachePolicyType.CUSTOM) {
      ManagedPolicies.cache()
          .values()
          .forEach(policy -> all.add(summary(CachePolicyType.MANAGED, policy)));
    }
    if (request.type() != CachePolicyType.MANAGED) {
      own().forEach(row -> all.add(summary(CachePolicyType.CUSTOM, row.toModel())));
    }
    Listing<CachePolicySummary> page =
        Listing.of(
            all, summary -> summary.cachePolicy().id(), request.marker(), request.maxItems());
    return ListCachePoliciesResponse.builder()
        .cachePolicyList(
            list ->
                list.nextMarker(page.nextMarker())
                    .maxItems(page.maxItems())
                    .quantity(page.items().size())
                    .items(page.items()))
        .build();
  }

  DeleteCachePolicyResponse delete(DeleteCachePolicyRequest request) {
    return state.exclusively(
        () -> {
          if (ManagedPolicies.cache().containsKey(request.id())) {
            throw IllegalDeleteException.builder()
                .message("You cannot delete a managed policy.")
                .build();
          }
          CachePolicyRow row = find(request.id());
          Versions.require(request.ifMatch(), row.etag());
          boolean used =
              state
                  .configsInUse()
                  .flatMap(config -> BehaviorView.of(config).stream())
                  .anyMatch(behavior -> row.id().equals(behavior.cachePolicyId()));
          if (used) {
            throw CachePolicyInUseException.builder()
                .message("A distribution uses the cache policy.")
                .build();
          }
          state.cachePolicies().remove(row.id());
          return DeleteCachePolicyResponse.builder().build();
        });
  }

  private CachePolicyRow find(String id) {
    String account = CallContext.current().accountId();
    return state
        .cachePolicies()
        .get(id)
        .filter(row -> row.accountId().equals(account))
        .orElseThrow(
            () ->
                NoSuchCachePolicyException.builder()
                    .message("The cache policy does not exist.")
                    .build());
  }

  private List<CachePolicyRow> own() {
    String account = CallContext.current().accountId();
    return state.cachePolicies().list().stream()
        .filter(row -> row.accountId().equals(account))
        .toList();
  }

  private void requireFreeName(CachePolicyConfig config) {
    if (own().stream().anyMatch(row -> row.config().name().equals(config.name()))) {
      throw CachePolicyAlreadyExistsException.builder()
          .message("A cache policy with the name " + config.name() + " already exists.")
          .build();
    }
  }

  private static void check(CachePolicyConfig config) {
    Quantities.check(config);
    long min = config.minTTL();
    long max = config.maxTTL() == null ? Math.max(min, 31_536_000) : config.maxTTL();
    long usual =
        config.defaultTTL() == null ? Math.min(Math.max(min, 86_400), max) : config.defaultTTL();
    if (min > usual || usual > max) {
      throw InvalidArgumentException.builder()
          .message("MinTTL, DefaultTTL and MaxTTL must not fall.")
          .build();
    }
    ParametersInCacheKeyAndForwardedToOrigin key =
        config.parametersInCacheKeyAndForwardedToOrigin();
    if (key == null) {
      return;
    }
    QueryStringNames query =
        key.queryStringsConfig() == null ? null : key.queryStringsConfig().queryStrings();
    if (query != null && query.items().size() > MAX_NAMES) {
      throw TooManyQueryStringsInCachePolicyException.builder()
          .message("A cache policy names at most " + MAX_NAMES + " query strings.")
          .build();
    }
    Headers headers = key.headersConfig() == null ? null : key.headersConfig().headers();
    if (headers != null && headers.items().size() > MAX_NAMES) {
      throw TooManyHeadersInCachePolicyException.builder()
          .message("A cache policy names at most " + MAX_NAMES + " headers.")
          .build();
    }
  }

  private static CachePolicySummary summary(CachePolicyType type, CachePolicy policy) {
    return CachePolicySummary.builder().type(type).cachePolicy(policy).build();
  }
}
