package onair.awslocal.cloudfront;

import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import onair.awslocal.edge.Behavior;
import onair.awslocal.edge.CacheRule;
import onair.awslocal.edge.EdgeDistribution;
import onair.awslocal.edge.EdgeOrigin;
import onair.awslocal.edge.PathPattern;
import onair.awslocal.edge.QueryRule;
import onair.awslocal.edge.ResponseHeaders;
import onair.awslocal.edge.ViewerAccess;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyQueryStringsConfig;
import software.amazon.awssdk.services.cloudfront.model.CustomErrorResponse;
import software.amazon.awssdk.services.cloudfront.model.CustomOriginConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.ForwardedValues;
import software.amazon.awssdk.services.cloudfront.model.Headers;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSigningBehaviors;
import software.amazon.awssdk.services.cloudfront.model.OriginGroup;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyQueryStringsConfig;
import software.amazon.awssdk.services.cloudfront.model.ParametersInCacheKeyAndForwardedToOrigin;
import software.amazon.awssdk.services.cloudfront.model.QueryStringNames;

/**
 * Translates a checked, completed configuration into what the edge works with. Of an origin group
 * the edge uses the primary origin only; geographic restrictions and custom error pages are kept
 * but not enforced. Of origin request policies only the query strings count: local origins see no
 * headers and no cookies.
 */
final class EdgeShapes {

  private static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(30);
  private static final QueryRule NONE = new QueryRule.None();
  private static final QueryRule ALL = new QueryRule.All();

  private final CloudFrontState state;

  EdgeShapes(CloudFrontState state) {
    this.state = state;
  }

  EdgeDistribution distribution(DistributionRow row, DistributionConfig config) {
    Map<String, String> primaries = primaries(config);
    return new EdgeDistribution(
        row.id(),
        row.arn(),
        row.accountId(),
        row.domainName(),
        Set.copyOf(config.aliases().items()),
        config.enabled(),
        row.createdAt(),
        config.defaultRootObject(),
        config.origins().items().stream().collect(Collectors.toMap(Origin::id, this::origin)),
        BehaviorView.of(config).stream().map(view -> behavior(view, primaries)).toList(),
        errorTtls(config));
  }

  private EdgeOrigin origin(Origin origin) {
    CustomOriginConfig custom = origin.customOriginConfig();
    Duration readTimeout =
        custom == null ? DEFAULT_READ_TIMEOUT : Duration.ofSeconds(custom.originReadTimeout());
    return new EdgeOrigin(
        origin.domainName(),
        origin.originPath(),
        signs(origin.originAccessControlId()),
        readTimeout);
  }

  private boolean signs(@Nullable String accessControlId) {
    return accessControlId != null
        && state
            .accessControls()
            .get(accessControlId)
            .filter(
                row -> row.config().signingBehavior() != OriginAccessControlSigningBehaviors.NEVER)
            .isPresent();
  }

  private Behavior behavior(BehaviorView view, Map<String, String> primaries) {
    AllowedMethods methods = view.allowedMethods();
    return new Behavior(
        new PathPattern(view.path()),
        primaries.getOrDefault(view.targetOriginId(), view.targetOriginId()),
        Set.copyOf(methods == null ? List.of("GET", "HEAD") : methods.itemsAsStrings()),
        cacheRule(view),
        forwardedQuery(view),
        responseHeaders(view),
        access(view));
  }

  private ViewerAccess access(BehaviorView view) {
    if (view.keyGroups().isEmpty()) {
      return ViewerAccess.EVERYONE;
    }
    Map<String, PublicKey> keys = new HashMap<>();
    for (String group : view.keyGroups()) {
      state
          .keyGroups()
          .get(group)
          .map(row -> row.config().items())
          .orElse(List.of())
          .forEach(id -> key(id).ifPresent(key -> keys.put(id, key)));
    }
    return new ViewerAccess.Signed(keys);
  }

  private Optional<PublicKey> key(String id) {
    return state.publicKeys().get(id).flatMap(row -> PemKeys.read(row.config().encodedKey()));
  }

  private CacheRule cacheRule(BehaviorView view) {
    ForwardedValues forwarded = view.forwardedValues();
    if (forwarded != null) {
      return legacyRule(view, forwarded);
    }
    CachePolicyConfig policy = policy(view.cachePolicyId());
    ParametersInCacheKeyAndForwardedToOrigin key =
        policy.parametersInCacheKeyAndForwardedToOrigin();
    return new CacheRule(
        seconds(policy.minTTL(), 0),
        seconds(policy.defaultTTL(), 86_400),
        seconds(policy.maxTTL(), 31_536_000),
        key == null ? NONE : queryRule(key.queryStringsConfig()),
        key == null || key.headersConfig() == null
            ? List.of()
            : names(key.headersConfig().headers()));
  }

  private CachePolicyConfig policy(@Nullable String id) {
    String known = id == null ? "" : id;
    CachePolicyRow managed = ManagedPolicies.cache().get(known);
    return managed != null
        ? managed.config()
        : state.cachePolicies().get(known).map(CachePolicyRow::config).orElseThrow();
  }

  /** Settings from before there were policies. All headers in the key means nothing is cached. */
  private static CacheRule legacyRule(BehaviorView view, ForwardedValues forwarded) {
    List<String> headers = names(forwarded.headers());
    boolean allHeaders = headers.contains("*");
    QueryRule query = NONE;
    if (Boolean.TRUE.equals(forwarded.queryString())) {
      boolean some =
          forwarded.queryStringCacheKeys() != null && forwarded.queryStringCacheKeys().hasItems();
      query = some ? new QueryRule.Only(Set.copyOf(forwarded.queryStringCacheKeys().items())) : ALL;
    }
    return new CacheRule(
        seconds(view.minTtl(), 0),
        seconds(view.defaultTtl(), 86_400),
        allHeaders ? Duration.ZERO : seconds(view.maxTtl(), 31_536_000),
        query,
        allHeaders ? List.of() : headers);
  }

  private static QueryRule queryRule(@Nullable CachePolicyQueryStringsConfig config) {
    return config == null
        ? NONE
        : queryRule(config.queryStringBehaviorAsString(), config.queryStrings());
  }

  private static QueryRule queryRule(String behavior, @Nullable QueryStringNames names) {
    Set<String> named = names == null ? Set.of() : Set.copyOf(names.items());
    return switch (behavior) {
      case "all" -> ALL;
      case "whitelist" -> new QueryRule.Only(named);
      case "allExcept" -> new QueryRule.AllExcept(named);
      default -> NONE;
    };
  }

  private QueryRule forwardedQuery(BehaviorView view) {
    ForwardedValues forwarded = view.forwardedValues();
    if (forwarded != null) {
      return Boolean.TRUE.equals(forwarded.queryString()) ? ALL : NONE;
    }
    String policy = view.originRequestPolicyId();
    if (policy == null) {
      return NONE;
    }
    OriginRequestPolicyRow managed = ManagedOriginRequests.all().get(policy);
    OriginRequestPolicyQueryStringsConfig config =
        managed != null
            ? managed.config().queryStringsConfig()
            : state
                .originRequestPolicies()
                .get(policy)
                .map(row -> row.config().queryStringsConfig())
                .orElseThrow();
    return queryRule(config.queryStringBehaviorAsString(), config.queryStrings());
  }

  private ResponseHeaders responseHeaders(BehaviorView view) {
    String policy = view.responseHeadersPolicyId();
    if (policy == null) {
      return ResponseHeaders.ORIGIN_CORS;
    }
    ResponseHeadersPolicyRow managed = ManagedResponseHeaders.all().get(policy);
    return HeaderShapes.of(
        managed != null
            ? managed.config()
            : state
                .responseHeadersPolicies()
                .get(policy)
                .map(ResponseHeadersPolicyRow::config)
                .orElseThrow());
  }

  private static Map<String, String> primaries(DistributionConfig config) {
    if (!config.originGroups().hasItems()) {
      return Map.of();
    }
    return config.originGroups().items().stream()
        .collect(
            Collectors.toMap(
                OriginGroup::id, group -> group.members().items().getFirst().originId()));
  }

  private static Map<Integer, Duration> errorTtls(DistributionConfig config) {
    Map<Integer, Duration> ttls = new HashMap<>();
    for (CustomErrorResponse response : config.customErrorResponses().items()) {
      ttls.put(response.errorCode(), seconds(response.errorCachingMinTTL(), 10));
    }
    return ttls;
  }

  private static List<String> names(@Nullable Headers headers) {
    return headers == null
        ? List.of()
        : headers.items().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private static Duration seconds(@Nullable Long seconds, long usual) {
    return Duration.ofSeconds(seconds == null ? usual : seconds);
  }
}
