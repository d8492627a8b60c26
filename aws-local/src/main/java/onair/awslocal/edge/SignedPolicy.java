package onair.awslocal.edge;

import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import onair.awslocal.media.AllowList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a signature allows: one resource until a moment, perhaps from another moment on and from
 * some addresses only. Source: Amazon CloudFront Developer Guide, "Code examples for creating a
 * signature for a signed URL", custom policy statements.
 *
 * @param resource URL in which {@code *} stands for any characters and {@code ?} for one
 * @param notBefore null for at once
 * @param addresses null for any
 */
record SignedPolicy(
    String resource, Instant expires, @Nullable Instant notBefore, @Nullable AllowList addresses) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String TIME = "AWS:EpochTime";
  private static final String ADDRESS = "AWS:SourceIp";

  /** The text of a canned policy, as signers sign it to the character. */
  static String canned(String resource, long expires) {
    return "{\"Statement\":[{\"Resource\":\""
        + resource
        + "\",\"Condition\":{\"DateLessThan\":{\""
        + TIME
        + "\":"
        + expires
        + "}}}]}";
  }

  /**
   * @throws Refusal 403 when it is no policy
   */
  static SignedPolicy parse(byte[] json) {
    try {
      JsonNode statements = JSON.readTree(json).path("Statement");
      JsonNode statement = statements.isArray() ? statements.path(0) : statements;
      JsonNode condition = statement.path("Condition");
      JsonNode expires = condition.path("DateLessThan").path(TIME);
      JsonNode begins = condition.path("DateGreaterThan").path(TIME);
      JsonNode address = condition.path("IpAddress").path(ADDRESS);
      if (statements.size() > 1 && statements.isArray() || !expires.isIntegralNumber()) {
        throw malformed();
      }
      return new SignedPolicy(
          statement.path("Resource").stringValue("*"),
          Instant.ofEpochSecond(expires.longValue()),
          begins.isIntegralNumber() ? Instant.ofEpochSecond(begins.longValue()) : null,
          address.isString() ? new AllowList(List.of(address.stringValue())) : null);
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw malformed();
    }
  }

  boolean allows(Collection<String> urls, InetAddress viewer, Instant now) {
    return now.isBefore(expires)
        && (notBefore == null || !now.isBefore(notBefore))
        && (addresses == null || addresses.contains(viewer))
        && urls.stream().anyMatch(url -> Wildcards.match(resource, url));
  }

  private static Refusal malformed() {
    return new Refusal(403, "Malformed Policy");
  }
}
