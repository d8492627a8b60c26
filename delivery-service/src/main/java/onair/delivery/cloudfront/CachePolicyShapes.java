package onair.delivery.cloudfront;

import java.util.List;
import java.util.Set;
import onair.delivery.distribution.CachePolicy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyCookieBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyHeaderBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyQueryStringBehavior;
import software.amazon.awssdk.services.cloudfront.model.QueryStringNames;

/**
 * Between our cache policy and CloudFront's. Neither headers nor cookies count, because who may
 * read is said by the response headers policy; players that can are given compressed answers.
 */
final class CachePolicyShapes {

  private CachePolicyShapes() {}

  static CachePolicyConfig config(CachePolicy policy) {
    List<String> query = policy.query().stream().sorted().toList();
    return CachePolicyConfig.builder()
        .name(policy.name())
        .comment("OnAir, manifests")
        .minTTL(0L)
        .defaultTTL(policy.unsaid().toSeconds())
        .maxTTL(policy.longest().toSeconds())
        .parametersInCacheKeyAndForwardedToOrigin(
            key ->
                key.enableAcceptEncodingGzip(true)
                    .enableAcceptEncodingBrotli(true)
                    .headersConfig(h -> h.headerBehavior(CachePolicyHeaderBehavior.NONE))
                    .cookiesConfig(c -> c.cookieBehavior(CachePolicyCookieBehavior.NONE))
                    .queryStringsConfig(
                        q ->
                            q.queryStringBehavior(CachePolicyQueryStringBehavior.WHITELIST)
                                .queryStrings(n -> n.quantity(query.size()).items(query))))
        .build();
  }

  /** Whether CloudFront does with it what it would do with ours; the comment is anybody's. */
  static boolean isAsWanted(CachePolicyConfig observed, CachePolicy policy) {
    return Facts.of(observed).equals(Facts.of(config(policy)));
  }

  /**
   * What decides; CloudFront may list names in another order, and leave out or fill in the rest.
   */
  private record Facts(
      @Nullable Long minTtl,
      @Nullable Long usualTtl,
      @Nullable Long maxTtl,
      @Nullable Boolean gzip,
      @Nullable Boolean brotli,
      String headers,
      String cookies,
      String query,
      Set<String> names) {

    static Facts of(CachePolicyConfig config) {
      var key = config.parametersInCacheKeyAndForwardedToOrigin();
      QueryStringNames names = key.queryStringsConfig().queryStrings();
      return new Facts(
          config.minTTL(),
          config.defaultTTL(),
          config.maxTTL(),
          key.enableAcceptEncodingGzip(),
          key.enableAcceptEncodingBrotli(),
          key.headersConfig().headerBehaviorAsString(),
          key.cookiesConfig().cookieBehaviorAsString(),
          key.queryStringsConfig().queryStringBehaviorAsString(),
          names == null ? Set.of() : Set.copyOf(names.items()));
    }
  }
}
