package onair.channel.packaging;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resource policies of what keeps objects, as JSON; pure. Source: CloudFront developer guide,
 * "Restrict access to an Amazon S3 origin" and "… to an AWS Elemental MediaStore origin".
 */
public final class StorePolicy {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private StorePolicy() {}

  /**
   * Lets CloudFront read, and only on behalf of distributions of our own account: nobody needs to
   * know which distribution, and a stranger's distribution gets nothing.
   */
  public static String ownCdnReads(String action, String resource, String accountId) {
    ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17");
    ObjectNode statement =
        policy
            .putArray("Statement")
            .addObject()
            .put("Sid", "OwnCdnReads")
            .put("Effect", "Allow")
            .put("Action", action)
            .put("Resource", resource);
    statement.putObject("Principal").put("Service", "cloudfront.amazonaws.com");
    statement.putObject("Condition").putObject("StringEquals").put("aws:SourceAccount", accountId);
    return JSON.writeValueAsString(policy);
  }
}
