package onair.awslocal.cloudfront;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.ForwardedValues;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroups;

/**
 * A cache behavior, the default one or another: the SDK has two types with the same members.
 *
 * @param path {@code *} for the default behavior
 * @param trustedSigners whether whole accounts may sign what viewers may see
 * @param keyGroups whose keys may sign it; empty when viewers need no signature
 * @param functions whether code runs at the edge
 */
record BehaviorView(
    String path,
    String targetOriginId,
    @Nullable AllowedMethods allowedMethods,
    @Nullable String cachePolicyId,
    @Nullable String originRequestPolicyId,
    @Nullable String responseHeadersPolicyId,
    @Nullable ForwardedValues forwardedValues,
    @Nullable Long minTtl,
    @Nullable Long defaultTtl,
    @Nullable Long maxTtl,
    boolean trustedSigners,
    List<String> keyGroups,
    boolean functions) {

  /** In order of precedence, the default behavior last. */
  static List<BehaviorView> of(DistributionConfig config) {
    Stream<CacheBehavior> others =
        config.cacheBehaviors() == null || !config.cacheBehaviors().hasItems()
            ? Stream.empty()
            : config.cacheBehaviors().items().stream();
    return Stream.concat(others.map(BehaviorView::of), Stream.of(of(config.defaultCacheBehavior())))
        .toList();
  }

  private static BehaviorView of(CacheBehavior b) {
    return new BehaviorView(
        b.pathPattern(),
        b.targetOriginId(),
        b.allowedMethods(),
        present(b.cachePolicyId()),
        present(b.originRequestPolicyId()),
        present(b.responseHeadersPolicyId()),
        b.forwardedValues(),
        b.minTTL(),
        b.defaultTTL(),
        b.maxTTL(),
        b.trustedSigners() != null && b.trustedSigners().enabled(),
        keyGroups(b.trustedKeyGroups()),
        (b.functionAssociations() != null && b.functionAssociations().hasItems())
            || (b.lambdaFunctionAssociations() != null
                && b.lambdaFunctionAssociations().hasItems()));
  }

  private static BehaviorView of(DefaultCacheBehavior b) {
    return new BehaviorView(
        "*",
        b.targetOriginId(),
        b.allowedMethods(),
        present(b.cachePolicyId()),
        present(b.originRequestPolicyId()),
        present(b.responseHeadersPolicyId()),
        b.forwardedValues(),
        b.minTTL(),
        b.defaultTTL(),
        b.maxTTL(),
        b.trustedSigners() != null && b.trustedSigners().enabled(),
        keyGroups(b.trustedKeyGroups()),
        (b.functionAssociations() != null && b.functionAssociations().hasItems())
            || (b.lambdaFunctionAssociations() != null
                && b.lambdaFunctionAssociations().hasItems()));
  }

  private static List<String> keyGroups(@Nullable TrustedKeyGroups trusted) {
    return trusted == null || !trusted.enabled() ? List.of() : List.copyOf(trusted.items());
  }

  private static @Nullable String present(@Nullable String id) {
    return id == null || id.isEmpty() ? null : id;
  }
}
