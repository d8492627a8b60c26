package onair.awslocal.cloudfront;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import onair.awslocal.edge.QueryRule;
import onair.awslocal.edge.ResponseHeaders;
import software.amazon.awssdk.services.cloudfront.model.CachePolicy;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyCookieBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyHeaderBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyQueryStringBehavior;

/**
 * The policies every AWS account finds ready-made, by their fixed ids. Source: Amazon CloudFront
 * Developer Guide, managed cache, origin request and response headers policies. Of origin request
 * policies only the query string part is kept: local origins see no headers and no cookies.
 */
final class ManagedPolicies {

  private static final long YEAR = 31_536_000L;
  private static final long DAY = 86_400L;

  private static final Map<String, CachePolicy> CACHE =
      List.of(
              cache(
                  "658327ea-f89d-4fab-a63d-7e88639e58f6", "Managed-CachingOptimized", 1, DAY, YEAR),
              cache(
                  "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
                  "Managed-CachingOptimizedForUncompressedObjects",
                  1,
                  DAY,
                  YEAR),
              cache("4135ea2d-6df8-44a3-9df3-4b5a84be39ad", "Managed-CachingDisabled", 0, 0, 0),
              cache(
                  "08627262-05a9-4f76-9ded-b50ca2e3a84f",
                  "Managed-Elemental-MediaPackage",
                  0,
                  DAY,
                  YEAR,
                  List.of("origin"),
                  List.of("aws.manifestfilter", "start", "end", "m")),
              cache(
                  "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
                  "UseOriginCacheControlHeaders",
                  0,
                  0,
                  YEAR,
                  List.of("host", "origin"),
                  List.of()),
              cache(
                  "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
                  "UseOriginCacheControlHeaders-QueryStrings",
                  0,
                  0,
                  YEAR,
                  List.of("host", "origin"),
                  List.of("*")))
          .stream()
          .collect(
              Collectors.toMap(
                  CachePolicy::id, policy -> policy, (one, other) -> one, LinkedHashMap::new));

  private static final QueryRule ALL = new QueryRule.All();
  private static final QueryRule NONE = new QueryRule.None();

  /** Which query parameters each origin request policy forwards. */
  private static final Map<String, QueryRule> ORIGIN_REQUEST =
      Map.of(
          "216adef6-5c7f-47e4-b989-5492eafa07d3", ALL, // AllViewer
          "b689b0a8-53d0-40ab-baf2-68738e2966ac", ALL, // AllViewerExceptHostHeader
          "33f36d7e-f396-46d9-90e0-52428a34d9dc", ALL, // AllViewerAndCloudFrontHeaders-2022-06
          "775133bc-15f2-49f9-abea-afb2e0bf67d2",
              ALL, // Elemental-MediaTailor-PersonalizedManifests
          "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf", NONE, // CORS-S3Origin
          "59781a5b-3903-41f3-afcb-af62929ccde1", NONE, // CORS-CustomOrigin
          "acba4595-bd28-49b8-b9fe-13317c0390fa", NONE, // UserAgentRefererHeaders
          "bf0718e1-ba1e-49d1-88b1-f726733018ae", NONE); // HostHeaderOnly

  private static final Map<String, ResponseHeaders> RESPONSE_HEADERS =
      Map.of(
          "60669652-455b-4ae9-85a4-c4c02393f86c", ResponseHeaders.SIMPLE_CORS,
          "5cc3b908-e619-4b99-88e5-2cf7f45965bd", ResponseHeaders.CORS_WITH_PREFLIGHT,
          "67f7725c-6f97-4210-82d7-5512b31e9d03", ResponseHeaders.SECURITY,
          "e61eb60c-9c35-4d20-a928-2b84e02af89c",
              ResponseHeaders.SECURITY.and(ResponseHeaders.SIMPLE_CORS),
          "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
              ResponseHeaders.SECURITY.and(ResponseHeaders.CORS_WITH_PREFLIGHT));

  private ManagedPolicies() {}

  static Map<String, CachePolicy> cache() {
    return CACHE;
  }

  static Map<String, QueryRule> originRequest() {
    return ORIGIN_REQUEST;
  }

  static Map<String, ResponseHeaders> responseHeaders() {
    return RESPONSE_HEADERS;
  }

  /** The version of a managed policy never changes. */
  static String etagOf(CachePolicy policy) {
    return "E" + policy.id().replace("-", "").substring(0, 13).toUpperCase(Locale.ROOT);
  }

  private static CachePolicy cache(String id, String name, long min, long usual, long max) {
    return cache(id, name, min, usual, max, List.of(), List.of());
  }

  private static CachePolicy cache(
      String id,
      String name,
      long min,
      long usual,
      long max,
      List<String> headers,
      List<String> query) {
    CachePolicyConfig config =
        CachePolicyConfig.builder()
            .name(name)
            .minTTL(min)
            .defaultTTL(usual)
            .maxTTL(max)
            .parametersInCacheKeyAndForwardedToOrigin(
                key ->
                    key.enableAcceptEncodingGzip(false)
                        .enableAcceptEncodingBrotli(false)
                        .cookiesConfig(c -> c.cookieBehavior(CachePolicyCookieBehavior.NONE))
                        .headersConfig(
                            h -> {
                              h.headerBehavior(
                                  headers.isEmpty()
                                      ? CachePolicyHeaderBehavior.NONE
                                      : CachePolicyHeaderBehavior.WHITELIST);
                              if (!headers.isEmpty()) {
                                h.headers(n -> n.quantity(headers.size()).items(headers));
                              }
                            })
                        .queryStringsConfig(
                            q -> {
                              boolean some = !query.isEmpty() && !query.contains("*");
                              q.queryStringBehavior(queryBehavior(query));
                              if (some) {
                                q.queryStrings(n -> n.quantity(query.size()).items(query));
                              }
                            }))
            .build();
    return CachePolicy.builder()
        .id(id)
        .lastModifiedTime(Instant.parse("2020-07-22T00:00:00Z"))
        .cachePolicyConfig(config)
        .build();
  }

  private static CachePolicyQueryStringBehavior queryBehavior(List<String> query) {
    if (query.isEmpty()) {
      return CachePolicyQueryStringBehavior.NONE;
    }
    return query.contains("*")
        ? CachePolicyQueryStringBehavior.ALL
        : CachePolicyQueryStringBehavior.WHITELIST;
  }
}
