package onair.awslocal.cloudfront;

import java.util.List;
import java.util.function.Function;
import onair.awslocal.cloudfront.ConfigRows.Kind;
import onair.awslocal.cloudfront.ConfigRows.Refusal;
import onair.awslocal.cloudfront.Policies.Sort;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyInUseException;
import software.amazon.awssdk.services.cloudfront.model.CookieNames;
import software.amazon.awssdk.services.cloudfront.model.Headers;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchOriginRequestPolicyException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchResponseHeadersPolicyException;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyInUseException;
import software.amazon.awssdk.services.cloudfront.model.ParametersInCacheKeyAndForwardedToOrigin;
import software.amazon.awssdk.services.cloudfront.model.QueryStringNames;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyCustomHeadersConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyInUseException;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyRemoveHeadersConfig;
import software.amazon.awssdk.services.cloudfront.model.TooManyCachePoliciesException;
import software.amazon.awssdk.services.cloudfront.model.TooManyCookiesInCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyCookiesInOriginRequestPolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyCustomHeadersInResponseHeadersPolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyHeadersInCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyHeadersInOriginRequestPolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyOriginRequestPoliciesException;
import software.amazon.awssdk.services.cloudfront.model.TooManyQueryStringsInCachePolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyQueryStringsInOriginRequestPolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyRemoveHeadersInResponseHeadersPolicyException;
import software.amazon.awssdk.services.cloudfront.model.TooManyResponseHeadersPoliciesException;

/**
 * The three kinds of policies and what CloudFront refuses in each. Source of the limits: Amazon
 * CloudFront Developer Guide, "Quotas".
 */
final class PolicySorts {

  private static final int MAX_NAMES = 10;

  static final Sort<CachePolicyConfig, CachePolicyRow> CACHE =
      new Sort<>(
          new Kind(
              "cache policy",
              20,
              NoSuchCachePolicyException::builder,
              CachePolicyAlreadyExistsException::builder,
              TooManyCachePoliciesException::builder,
              CachePolicyInUseException::builder),
          CachePolicyRow::new,
          ManagedPolicies.cache(),
          PolicySorts::check,
          BehaviorView::cachePolicyId);

  static final Sort<OriginRequestPolicyConfig, OriginRequestPolicyRow> ORIGIN_REQUEST =
      new Sort<>(
          new Kind(
              "origin request policy",
              20,
              NoSuchOriginRequestPolicyException::builder,
              OriginRequestPolicyAlreadyExistsException::builder,
              TooManyOriginRequestPoliciesException::builder,
              OriginRequestPolicyInUseException::builder),
          OriginRequestPolicyRow::new,
          ManagedOriginRequests.all(),
          PolicySorts::check,
          BehaviorView::originRequestPolicyId);

  static final Sort<ResponseHeadersPolicyConfig, ResponseHeadersPolicyRow> RESPONSE_HEADERS =
      new Sort<>(
          new Kind(
              "response headers policy",
              20,
              NoSuchResponseHeadersPolicyException::builder,
              ResponseHeadersPolicyAlreadyExistsException::builder,
              TooManyResponseHeadersPoliciesException::builder,
              ResponseHeadersPolicyInUseException::builder),
          ResponseHeadersPolicyRow::new,
          ManagedResponseHeaders.all(),
          PolicySorts::check,
          BehaviorView::responseHeadersPolicyId);

  private PolicySorts() {}

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
    few(
        key.queryStringsConfig() == null ? null : key.queryStringsConfig().queryStrings(),
        QueryStringNames::items,
        TooManyQueryStringsInCachePolicyException::builder);
    few(
        key.headersConfig() == null ? null : key.headersConfig().headers(),
        Headers::items,
        TooManyHeadersInCachePolicyException::builder);
    few(
        key.cookiesConfig() == null ? null : key.cookiesConfig().cookies(),
        CookieNames::items,
        TooManyCookiesInCachePolicyException::builder);
  }

  private static void check(OriginRequestPolicyConfig config) {
    Quantities.check(config);
    few(
        config.queryStringsConfig().queryStrings(),
        QueryStringNames::items,
        TooManyQueryStringsInOriginRequestPolicyException::builder);
    few(
        config.headersConfig().headers(),
        Headers::items,
        TooManyHeadersInOriginRequestPolicyException::builder);
    few(
        config.cookiesConfig().cookies(),
        CookieNames::items,
        TooManyCookiesInOriginRequestPolicyException::builder);
  }

  private static void check(ResponseHeadersPolicyConfig config) {
    Quantities.check(config);
    few(
        config.customHeadersConfig(),
        ResponseHeadersPolicyCustomHeadersConfig::items,
        TooManyCustomHeadersInResponseHeadersPolicyException::builder);
    few(
        config.removeHeadersConfig(),
        ResponseHeadersPolicyRemoveHeadersConfig::items,
        TooManyRemoveHeadersInResponseHeadersPolicyException::builder);
  }

  private static <T> void few(@Nullable T names, Function<T, List<?>> items, Refusal tooMany) {
    if (names != null && items.apply(names).size() > MAX_NAMES) {
      throw tooMany.of("A policy names at most " + MAX_NAMES + " of one kind.");
    }
  }
}
