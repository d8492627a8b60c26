package onair.awslocal.cloudfront;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.edge.ResponseHeaders;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyCorsConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicySecurityHeadersConfig;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyStrictTransportSecurity;
import software.amazon.awssdk.services.cloudfront.model.ResponseHeadersPolicyXSSProtection;

/**
 * Translates a response headers policy into what the edge adds to answers. Local origins send no
 * headers that could be overridden or removed, so those settings have no effect; nor has server
 * timing.
 */
final class HeaderShapes {

  private HeaderShapes() {}

  static ResponseHeaders of(ResponseHeadersPolicyConfig config) {
    Map<String, String> always = new LinkedHashMap<>();
    if (config.securityHeadersConfig() != null) {
      security(config.securityHeadersConfig(), always);
    }
    if (config.customHeadersConfig() != null) {
      config.customHeadersConfig().items().forEach(h -> always.put(h.header(), h.value()));
    }
    ResponseHeadersPolicyCorsConfig cors = config.corsConfig();
    return cors == null
        ? new ResponseHeaders(always, Map.of(), Map.of())
        : new ResponseHeaders(
            always, cross(cors), preflight(cors), cors.accessControlAllowOrigins().items());
  }

  private static void security(
      ResponseHeadersPolicySecurityHeadersConfig config, Map<String, String> headers) {
    if (config.xssProtection() != null) {
      headers.put("X-XSS-Protection", xss(config.xssProtection()));
    }
    if (config.frameOptions() != null) {
      headers.put("X-Frame-Options", config.frameOptions().frameOptionAsString());
    }
    if (config.referrerPolicy() != null) {
      headers.put("Referrer-Policy", config.referrerPolicy().referrerPolicyAsString());
    }
    if (config.contentTypeOptions() != null) {
      headers.put("X-Content-Type-Options", "nosniff");
    }
    if (config.contentSecurityPolicy() != null) {
      headers.put(
          "Content-Security-Policy", config.contentSecurityPolicy().contentSecurityPolicy());
    }
    if (config.strictTransportSecurity() != null) {
      headers.put("Strict-Transport-Security", transport(config.strictTransportSecurity()));
    }
  }

  private static String xss(ResponseHeadersPolicyXSSProtection xss) {
    String mode = Boolean.TRUE.equals(xss.modeBlock()) ? "; mode=block" : "";
    String report = xss.reportUri() == null ? "" : "; report=" + xss.reportUri();
    return xss.protection() ? "1" + mode + report : "0";
  }

  private static String transport(ResponseHeadersPolicyStrictTransportSecurity transport) {
    return "max-age="
        + transport.accessControlMaxAgeSec()
        + (Boolean.TRUE.equals(transport.includeSubdomains()) ? "; includeSubDomains" : "")
        + (Boolean.TRUE.equals(transport.preload()) ? "; preload" : "");
  }

  private static Map<String, String> cross(ResponseHeadersPolicyCorsConfig cors) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (cors.accessControlAllowCredentials()) {
      headers.put("Access-Control-Allow-Credentials", "true");
    }
    if (cors.accessControlExposeHeaders() != null && cors.accessControlExposeHeaders().hasItems()) {
      headers.put(
          "Access-Control-Expose-Headers",
          String.join(", ", cors.accessControlExposeHeaders().items()));
    }
    return headers;
  }

  private static Map<String, String> preflight(ResponseHeadersPolicyCorsConfig cors) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<String> methods = cors.accessControlAllowMethods().itemsAsStrings();
    headers.put(
        "Access-Control-Allow-Methods",
        methods.contains("ALL")
            ? "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"
            : String.join(", ", methods));
    headers.put(
        "Access-Control-Allow-Headers",
        String.join(", ", cors.accessControlAllowHeaders().items()));
    if (cors.accessControlMaxAgeSec() != null) {
      headers.put("Access-Control-Max-Age", cors.accessControlMaxAgeSec().toString());
    }
    return headers;
  }
}
