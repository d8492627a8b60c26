package onair.awslocal.cloudfront;

import java.util.Map;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyConfig;

/**
 * The origin request policies every AWS account finds ready-made. Source: Amazon CloudFront
 * Developer Guide, "Use managed origin request policies".
 */
final class ManagedOriginRequests {

  private static final Map<String, OriginRequestPolicyRow> ALL =
      ManagedPolicies.byId(
          everything("216adef6-5c7f-47e4-b989-5492eafa07d3", "AllViewer", "allViewer"),
          everything(
              "b689b0a8-53d0-40ab-baf2-68738e2966ac",
              "AllViewerExceptHostHeader",
              "allExcept",
              "host"),
          everything(
              "33f36d7e-f396-46d9-90e0-52428a34d9dc",
              "AllViewerAndCloudFrontHeaders-2022-06",
              "allViewerAndWhitelistCloudFront",
              "CloudFront-Viewer-Address",
              "CloudFront-Viewer-Country",
              "CloudFront-Viewer-Http-Version",
              "CloudFront-Forwarded-Proto"),
          policy(
              "775133bc-15f2-49f9-abea-afb2e0bf67d2",
              "Elemental-MediaTailor-PersonalizedManifests",
              "whitelist",
              "none",
              "all",
              "origin",
              "access-control-request-headers",
              "access-control-request-method",
              "user-agent",
              "x-forwarded-for"),
          headers(
              "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
              "CORS-S3Origin",
              "origin",
              "access-control-request-headers",
              "access-control-request-method"),
          headers("59781a5b-3903-41f3-afcb-af62929ccde1", "CORS-CustomOrigin", "origin"),
          headers(
              "acba4595-bd28-49b8-b9fe-13317c0390fa",
              "UserAgentRefererHeaders",
              "user-agent",
              "referer"),
          headers("bf0718e1-ba1e-49d1-88b1-f726733018ae", "HostHeaderOnly", "host"));

  private ManagedOriginRequests() {}

  /** By id. */
  static Map<String, OriginRequestPolicyRow> all() {
    return ALL;
  }

  private static OriginRequestPolicyRow everything(
      String id, String name, String behavior, String... headers) {
    return policy(id, name, behavior, "all", "all", headers);
  }

  private static OriginRequestPolicyRow headers(String id, String name, String... headers) {
    return policy(id, name, "whitelist", "none", "none", headers);
  }

  private static OriginRequestPolicyRow policy(
      String id, String name, String behavior, String cookies, String query, String... headers) {
    OriginRequestPolicyConfig config =
        OriginRequestPolicyConfig.builder()
            .name("Managed-" + name)
            .headersConfig(
                h -> {
                  h.headerBehavior(behavior);
                  if (headers.length > 0) {
                    h.headers(names -> names.quantity(headers.length).items(headers));
                  }
                })
            .cookiesConfig(c -> c.cookieBehavior(cookies))
            .queryStringsConfig(q -> q.queryStringBehavior(query))
            .build();
    return new OriginRequestPolicyRow(
        id, ManagedPolicies.OWNER, ManagedPolicies.etag(id), ManagedPolicies.SINCE, config);
  }
}
