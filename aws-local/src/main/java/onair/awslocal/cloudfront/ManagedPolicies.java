package onair.awslocal.cloudfront;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyCookieBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyHeaderBehavior;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyQueryStringBehavior;

/**
 * The cache policies every AWS account finds ready-made, by their fixed ids. Source: Amazon
 * CloudFront Developer Guide, "Use managed cache policies".
 */
final class ManagedPolicies {

  /** Stands where other policies have their account. */
  static final String OWNER = "aws";

  static final Instant SINCE = Instant.parse("2020-07-22T00:00:00Z");

  private static final long YEAR = 31_536_000L;
  private static final long DAY = 86_400L;

  private static final Map<String, CachePolicyRow> CACHE =
      byId(
          cache("658327ea-f89d-4fab-a63d-7e88639e58f6", "Managed-CachingOptimized", 1, DAY, YEAR),
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
              List.of("*")));

  private ManagedPolicies() {}

  static Map<String, CachePolicyRow> cache() {
    return CACHE;
  }

  /** In this order, by id. */
  @SafeVarargs
  static <R extends ConfigRow> Map<String, R> byId(R... rows) {
    Map<String, R> byId = new LinkedHashMap<>();
    for (R row : rows) {
      byId.put(row.id(), row);
    }
    return Collections.unmodifiableMap(byId);
  }

  /** The version of a managed policy never changes. */
  static String etag(String id) {
    return "E" + id.replace("-", "").substring(0, 13).toUpperCase(Locale.ROOT);
  }

  private static CachePolicyRow cache(String id, String name, long min, long usual, long max) {
    return cache(id, name, min, usual, max, List.of(), List.of());
  }

  private static CachePolicyRow cache(
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
    return new CachePolicyRow(id, OWNER, etag(id), SINCE, config);
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
