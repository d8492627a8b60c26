package onair.awslocal.cloudfront;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CustomOriginConfig;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.GeoRestrictionType;
import software.amazon.awssdk.services.cloudfront.model.HttpVersion;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.MinimumProtocolVersion;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.PriceClass;

/**
 * CloudFront stores a configuration with everything filled in that was left out, and gives that
 * back. A client that compares must therefore expect more than it sent.
 */
final class DistributionDefaults {

  private static final long DAY = 86_400L;
  private static final long YEAR = 31_536_000L;

  private DistributionDefaults() {}

  static DistributionConfig complete(DistributionConfig given) {
    DistributionConfig.Builder config = given.toBuilder();
    config.origins(
        o ->
            o.quantity(given.origins().quantity())
                .items(
                    given.origins().items().stream().map(DistributionDefaults::origin).toList()));
    config.defaultCacheBehavior(behavior(given.defaultCacheBehavior()));
    if (given.cacheBehaviors() != null && given.cacheBehaviors().hasItems()) {
      List<CacheBehavior> behaviors =
          given.cacheBehaviors().items().stream().map(DistributionDefaults::behavior).toList();
      config.cacheBehaviors(b -> b.quantity(behaviors.size()).items(behaviors));
    } else {
      config.cacheBehaviors(b -> b.quantity(0));
    }
    lists(given, config);
    scalars(given, config);
    return config.build();
  }

  private static void lists(DistributionConfig given, DistributionConfig.Builder config) {
    if (given.aliases() == null) {
      config.aliases(a -> a.quantity(0));
    }
    if (given.originGroups() == null) {
      config.originGroups(g -> g.quantity(0));
    }
    if (given.customErrorResponses() == null) {
      config.customErrorResponses(r -> r.quantity(0));
    }
    if (given.restrictions() == null) {
      config.restrictions(
          r -> r.geoRestriction(g -> g.restrictionType(GeoRestrictionType.NONE).quantity(0)));
    }
  }

  private static void scalars(DistributionConfig given, DistributionConfig.Builder config) {
    config.defaultRootObject(or(given.defaultRootObject(), ""));
    config.webACLId(or(given.webACLId(), ""));
    config.isIPV6Enabled(or(given.isIPV6Enabled(), false));
    config.staging(or(given.staging(), false));
    if (given.priceClass() == null) {
      config.priceClass(PriceClass.PRICE_CLASS_ALL);
    }
    if (given.httpVersion() == null) {
      config.httpVersion(HttpVersion.HTTP2);
    }
    if (given.logging() == null) {
      config.logging(l -> l.enabled(false).includeCookies(false).bucket("").prefix(""));
    }
    if (given.viewerCertificate() == null) {
      config.viewerCertificate(
          c ->
              c.cloudFrontDefaultCertificate(true)
                  .minimumProtocolVersion(MinimumProtocolVersion.TLS_V1));
    }
  }

  private static Origin origin(Origin given) {
    Origin.Builder origin = given.toBuilder();
    origin.originPath(or(given.originPath(), ""));
    origin.connectionAttempts(or(given.connectionAttempts(), 3));
    origin.connectionTimeout(or(given.connectionTimeout(), 10));
    origin.originAccessControlId(or(given.originAccessControlId(), ""));
    if (given.customHeaders() == null) {
      origin.customHeaders(h -> h.quantity(0));
    }
    if (given.originShield() == null) {
      origin.originShield(s -> s.enabled(false));
    }
    CustomOriginConfig custom = given.customOriginConfig();
    if (custom != null) {
      origin.customOriginConfig(
          custom.toBuilder()
              .originReadTimeout(or(custom.originReadTimeout(), 30))
              .originKeepaliveTimeout(or(custom.originKeepaliveTimeout(), 5))
              .build());
    }
    return origin.build();
  }

  private static CacheBehavior behavior(CacheBehavior given) {
    CacheBehavior.Builder b = given.toBuilder();
    b.compress(or(given.compress(), false)).smoothStreaming(or(given.smoothStreaming(), false));
    b.fieldLevelEncryptionId(or(given.fieldLevelEncryptionId(), ""));
    b.allowedMethods(methods(given.allowedMethods()));
    if (given.trustedSigners() == null) {
      b.trustedSigners(t -> t.enabled(false).quantity(0));
    }
    if (given.trustedKeyGroups() == null) {
      b.trustedKeyGroups(t -> t.enabled(false).quantity(0));
    }
    if (given.lambdaFunctionAssociations() == null) {
      b.lambdaFunctionAssociations(f -> f.quantity(0));
    }
    if (given.functionAssociations() == null) {
      b.functionAssociations(f -> f.quantity(0));
    }
    if (given.forwardedValues() != null) {
      b.minTTL(or(given.minTTL(), 0L));
      b.defaultTTL(or(given.defaultTTL(), DAY));
      b.maxTTL(or(given.maxTTL(), YEAR));
    }
    return b.build();
  }

  private static DefaultCacheBehavior behavior(DefaultCacheBehavior given) {
    DefaultCacheBehavior.Builder b = given.toBuilder();
    b.compress(or(given.compress(), false)).smoothStreaming(or(given.smoothStreaming(), false));
    b.fieldLevelEncryptionId(or(given.fieldLevelEncryptionId(), ""));
    b.allowedMethods(methods(given.allowedMethods()));
    if (given.trustedSigners() == null) {
      b.trustedSigners(t -> t.enabled(false).quantity(0));
    }
    if (given.trustedKeyGroups() == null) {
      b.trustedKeyGroups(t -> t.enabled(false).quantity(0));
    }
    if (given.lambdaFunctionAssociations() == null) {
      b.lambdaFunctionAssociations(f -> f.quantity(0));
    }
    if (given.functionAssociations() == null) {
      b.functionAssociations(f -> f.quantity(0));
    }
    if (given.forwardedValues() != null) {
      b.minTTL(or(given.minTTL(), 0L));
      b.defaultTTL(or(given.defaultTTL(), DAY));
      b.maxTTL(or(given.maxTTL(), YEAR));
    }
    return b.build();
  }

  private static AllowedMethods methods(@Nullable AllowedMethods given) {
    AllowedMethods methods =
        given != null
            ? given
            : AllowedMethods.builder().quantity(2).items(Method.HEAD, Method.GET).build();
    return methods.cachedMethods() != null
        ? methods
        : methods.toBuilder()
            .cachedMethods(c -> c.quantity(2).items(Method.HEAD, Method.GET))
            .build();
  }

  private static <T> T or(@Nullable T given, T usual) {
    return given == null ? usual : given;
  }
}
