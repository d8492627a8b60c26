package onair.awslocal.cloudfront;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyCorsConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicySecurityHeadersConfig;

/**
 * The response headers policies every AWS account finds ready-made. Source: Amazon CloudFront
 * Developer Guide, "Use managed response headers policies".
 */
final class ManagedResponseHeaders {

  private static final ResponseHeadersPolicySecurityHeadersConfig SECURITY =
      ResponseHeadersPolicySecurityHeadersConfig.builder()
          .xssProtection(x -> x.override(false).protection(true).modeBlock(true))
          .frameOptions(f -> f.override(false).frameOption("SAMEORIGIN"))
          .referrerPolicy(r -> r.override(false).referrerPolicy("strict-origin-when-cross-origin"))
          .contentTypeOptions(c -> c.override(true))
          .strictTransportSecurity(s -> s.override(false).accessControlMaxAgeSec(31_536_000))
          .build();

  private static final ResponseHeadersPolicyCorsConfig SIMPLE_CORS =
      ResponseHeadersPolicyCorsConfig.builder()
          .accessControlAllowOrigins(o -> o.quantity(1).items("*"))
          .accessControlAllowHeaders(h -> h.quantity(1).items("*"))
          .accessControlAllowMethods(m -> m.quantity(2).itemsWithStrings("GET", "HEAD"))
          .accessControlAllowCredentials(false)
          .originOverride(false)
          .build();

  private static final ResponseHeadersPolicyCorsConfig CORS_WITH_PREFLIGHT =
      SIMPLE_CORS.toBuilder()
          .accessControlAllowMethods(
              m ->
                  m.quantity(7)
                      .itemsWithStrings("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"))
          .accessControlExposeHeaders(e -> e.quantity(1).items("*"))
          .build();

  private static final Map<String, ResponseHeadersPolicyRow> ALL =
      ManagedPolicies.byId(
          policy("60669652-455b-4ae9-85a4-c4c02393f86c", "SimpleCORS", SIMPLE_CORS, null),
          policy(
              "5cc3b908-e619-4b99-88e5-2cf7f45965bd",
              "CORS-With-Preflight",
              CORS_WITH_PREFLIGHT,
              null),
          policy("67f7725c-6f97-4210-82d7-5512b31e9d03", "SecurityHeadersPolicy", null, SECURITY),
          policy(
              "e61eb60c-9c35-4d20-a928-2b84e02af89c",
              "CORS-and-SecurityHeadersPolicy",
              SIMPLE_CORS,
              SECURITY),
          policy(
              "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
              "CORS-with-preflight-and-SecurityHeadersPolicy",
              CORS_WITH_PREFLIGHT,
              SECURITY));

  private ManagedResponseHeaders() {}

  /** By id. */
  static Map<String, ResponseHeadersPolicyRow> all() {
    return ALL;
  }

  private static ResponseHeadersPolicyRow policy(
      String id,
      String name,
      @Nullable ResponseHeadersPolicyCorsConfig cors,
      @Nullable ResponseHeadersPolicySecurityHeadersConfig security) {
    ResponseHeadersPolicyConfig config =
        ResponseHeadersPolicyConfig.builder()
            .name("Managed-" + name)
            .corsConfig(cors)
            .securityHeadersConfig(security)
            .build();
    return new ResponseHeadersPolicyRow(
        id, ManagedPolicies.OWNER, ManagedPolicies.etag(id), ManagedPolicies.SINCE, config);
  }
}
