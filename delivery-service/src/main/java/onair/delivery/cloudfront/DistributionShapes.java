package onair.delivery.cloudfront;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onair.common.reconcile.Identity;
import onair.delivery.distribution.DistributionLayout;
import onair.delivery.distribution.DistributionLayout.Behavior;
import onair.delivery.distribution.DistributionLayout.Caching;
import onair.delivery.distribution.DistributionLayout.Source;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.AllowedMethods;
import software.amazon.awssdk.services.cloudfront.model.CacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.CacheBehaviors;
import software.amazon.awssdk.services.cloudfront.model.CustomErrorResponse;
import software.amazon.awssdk.services.cloudfront.model.CustomErrorResponses;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.HttpVersion;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.Origin;
import software.amazon.awssdk.services.cloudfront.model.OriginProtocolPolicy;
import software.amazon.awssdk.services.cloudfront.model.Origins;
import software.amazon.awssdk.services.cloudfront.model.PriceClass;
import software.amazon.awssdk.services.cloudfront.model.SslProtocol;
import software.amazon.awssdk.services.cloudfront.model.ViewerProtocolPolicy;

/**
 * Between our layout and CloudFront's configuration. Manifests have a cache policy of our own, see
 * {@link CachePolicyShapes}; the others are AWS's managed ones: CachingOptimized for segments
 * (neither query strings nor headers count), CachingDisabled for what is personal, whose query
 * strings all reach the origin (Elemental-MediaTailor-PersonalizedManifests). Players in any page
 * may read: managed policy CORS-With-Preflight.
 */
final class DistributionShapes {

  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  private static final String PERSONALIZED_MANIFESTS = "775133bc-15f2-49f9-abea-afb2e0bf67d2";
  private static final String CORS_WITH_PREFLIGHT = "5cc3b908-e619-4b99-88e5-2cf7f45965bd";

  private DistributionShapes() {}

  /** A new distribution. Its caller reference is the identity's token. */
  static DistributionConfig create(Identity identity, DistributionLayout layout) {
    DistributionConfig base =
        DistributionConfig.builder()
            .callerReference(identity.token())
            .comment("OnAir " + identity.name())
            .httpVersion(HttpVersion.HTTP2_AND3)
            .isIPV6Enabled(true)
            .viewerCertificate(certificate -> certificate.cloudFrontDefaultCertificate(true))
            .build();
    return apply(layout, base);
  }

  /** The layout put into a configuration whose other settings stay. */
  static DistributionConfig apply(DistributionLayout layout, DistributionConfig config) {
    List<CacheBehavior> others =
        layout.behaviors().stream()
            .filter(behavior -> !behavior.path().equals(DistributionLayout.EVERYTHING))
            .map(DistributionShapes::behavior)
            .toList();
    return config.toBuilder()
        .enabled(layout.enabled())
        .priceClass(priceClass(layout.priceClass()))
        .origins(origins(layout.origins()))
        .originGroups(groups -> groups.quantity(0))
        .defaultCacheBehavior(defaultBehavior(layout.behaviors().getLast()))
        .cacheBehaviors(CacheBehaviors.builder().quantity(others.size()).items(others).build())
        .customErrorResponses(errors(layout.errorTtls()))
        .build();
  }

  /** What a configuration says of the things a layout has. */
  static DistributionLayout layout(DistributionConfig config) {
    List<Behavior> behaviors = new ArrayList<>();
    if (config.cacheBehaviors() != null) {
      for (CacheBehavior other : config.cacheBehaviors().items()) {
        behaviors.add(
            new Behavior(
                other.pathPattern(), other.targetOriginId(), caching(other.cachePolicyId())));
      }
    }
    DefaultCacheBehavior rest = config.defaultCacheBehavior();
    behaviors.add(
        new Behavior(
            DistributionLayout.EVERYTHING, rest.targetOriginId(), caching(rest.cachePolicyId())));
    return new DistributionLayout(
        config.enabled(),
        priceClass(config.priceClass()),
        config.origins().items().stream().map(DistributionShapes::origin).toList(),
        behaviors,
        errorTtls(config));
  }

  private static Origins origins(List<DistributionLayout.Origin> origins) {
    List<Origin> items = origins.stream().map(DistributionShapes::origin).toList();
    return Origins.builder().quantity(items.size()).items(items).build();
  }

  private static Origin origin(DistributionLayout.Origin origin) {
    Origin.Builder made =
        Origin.builder()
            .id(origin.id())
            .domainName(origin.domain())
            .originPath("")
            .originAccessControlId(origin.accessControlId())
            .customHeaders(headers -> headers.quantity(0));
    return switch (origin.source()) {
      // The identity is how buckets were read before access controls; empty is none.
      case BUCKET -> made.s3OriginConfig(bucket -> bucket.originAccessIdentity("")).build();
      case WEB -> web(made).build();
    };
  }

  private static Origin.Builder web(Origin.Builder made) {
    return made.customOriginConfig(
        custom ->
            custom
                .httpPort(80)
                .httpsPort(443)
                .originProtocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(ssl -> ssl.quantity(1).items(SslProtocol.TLS_V1_2))
                .originReadTimeout(30)
                .originKeepaliveTimeout(5));
  }

  private static DistributionLayout.Origin origin(Origin origin) {
    String accessControl = origin.originAccessControlId();
    return new DistributionLayout.Origin(
        origin.id(),
        origin.s3OriginConfig() == null ? Source.WEB : Source.BUCKET,
        origin.domainName(),
        accessControl == null ? "" : accessControl);
  }

  private static CacheBehavior behavior(Behavior behavior) {
    return CacheBehavior.builder()
        .pathPattern(behavior.path())
        .targetOriginId(behavior.originId())
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .allowedMethods(reading())
        .compress(behavior.caching() instanceof Caching.Manifest)
        .cachePolicyId(policy(behavior.caching()))
        .originRequestPolicyId(originRequestPolicy(behavior.caching()))
        .responseHeadersPolicyId(CORS_WITH_PREFLIGHT)
        .build();
  }

  private static DefaultCacheBehavior defaultBehavior(Behavior behavior) {
    return DefaultCacheBehavior.builder()
        .targetOriginId(behavior.originId())
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .allowedMethods(reading())
        .compress(behavior.caching() instanceof Caching.Manifest)
        .cachePolicyId(policy(behavior.caching()))
        .responseHeadersPolicyId(CORS_WITH_PREFLIGHT)
        .build();
  }

  private static AllowedMethods reading() {
    return AllowedMethods.builder()
        .quantity(3)
        .items(Method.GET, Method.HEAD, Method.OPTIONS)
        .cachedMethods(cached -> cached.quantity(2).items(Method.GET, Method.HEAD))
        .build();
  }

  private static CustomErrorResponses errors(Map<Integer, Duration> ttls) {
    List<CustomErrorResponse> items =
        ttls.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                ttl ->
                    CustomErrorResponse.builder()
                        .errorCode(ttl.getKey())
                        .errorCachingMinTTL(ttl.getValue().toSeconds())
                        .build())
            .toList();
    return CustomErrorResponses.builder().quantity(items.size()).items(items).build();
  }

  private static Map<Integer, Duration> errorTtls(DistributionConfig config) {
    Map<Integer, Duration> ttls = new HashMap<>();
    if (config.customErrorResponses() != null) {
      for (CustomErrorResponse response : config.customErrorResponses().items()) {
        Long seconds = response.errorCachingMinTTL();
        ttls.put(response.errorCode(), Duration.ofSeconds(seconds == null ? 10 : seconds));
      }
    }
    return ttls;
  }

  private static String policy(Caching caching) {
    return switch (caching) {
      case Caching.Manifest(String policyId) -> policyId;
      case Caching.Segment() -> CACHING_OPTIMIZED;
      case Caching.Personal() -> CACHING_DISABLED;
    };
  }

  private static @Nullable String originRequestPolicy(Caching caching) {
    return caching instanceof Caching.Personal ? PERSONALIZED_MANIFESTS : null;
  }

  private static Caching caching(@Nullable String policyId) {
    return switch (policyId) {
      case CACHING_OPTIMIZED -> new Caching.Segment();
      case CACHING_DISABLED -> new Caching.Personal();
      case null -> new Caching.Manifest("");
      default -> new Caching.Manifest(policyId);
    };
  }

  private static PriceClass priceClass(onair.delivery.distribution.PriceClass ours) {
    return switch (ours) {
      case EUROPE_AND_AMERICA -> PriceClass.PRICE_CLASS_100;
      case MOST -> PriceClass.PRICE_CLASS_200;
      case ALL -> PriceClass.PRICE_CLASS_ALL;
    };
  }

  private static onair.delivery.distribution.PriceClass priceClass(@Nullable PriceClass theirs) {
    if (theirs == PriceClass.PRICE_CLASS_100) {
      return onair.delivery.distribution.PriceClass.EUROPE_AND_AMERICA;
    }
    return theirs == PriceClass.PRICE_CLASS_200
        ? onair.delivery.distribution.PriceClass.MOST
        : onair.delivery.distribution.PriceClass.ALL;
  }
}
