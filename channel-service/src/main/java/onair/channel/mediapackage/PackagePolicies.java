package onair.channel.mediapackage;

import java.util.List;
import onair.channel.parts.EndpointId;
import onair.channel.parts.PackageChannelId;
import onair.common.aws.Difference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The resource policies as JSON; pure. Source: MediaPackage v2 user guide, "Resource-based policy
 * examples".
 *
 * @param region of the resources
 * @param accountId whose resources, and whose CDN, they are
 * @param encoderRoleArn role under which MediaLive writes
 */
record PackagePolicies(String region, String accountId, String encoderRoleArn) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Lets our encoders, and nobody else, write into the channel. */
  String channelPolicy(PackageChannelId id) {
    ObjectNode statement = statement("EncodersWrite", arn(id));
    statement.putObject("Principal").put("AWS", encoderRoleArn);
    statement.put("Action", "mediapackagev2:PutObject");
    return policy(statement);
  }

  /**
   * Lets CloudFront read, and only on behalf of distributions of our own account: nobody needs to
   * know which distribution, and a stranger's distribution gets nothing.
   */
  String endpointPolicy(EndpointId id) {
    ObjectNode statement = statement("OwnCdnReads", arn(id));
    statement.putObject("Principal").put("Service", "cloudfront.amazonaws.com");
    statement
        .putArray("Action")
        .add("mediapackagev2:GetObject")
        .add("mediapackagev2:GetHeadObject");
    statement.putObject("Condition").putObject("StringEquals").put("aws:SourceAccount", accountId);
    return policy(statement);
  }

  /** A policy is one setting; how it is written down does not matter. */
  static List<Difference> differences(String wanted, String found) {
    return JSON.readTree(wanted).equals(JSON.readTree(found))
        ? List.of()
        : List.of(new Difference("policy", wanted, found));
  }

  private static ObjectNode statement(String sid, String resource) {
    return JSON.createObjectNode().put("Sid", sid).put("Effect", "Allow").put("Resource", resource);
  }

  private static String policy(ObjectNode statement) {
    ObjectNode policy = JSON.createObjectNode().put("Version", "2012-10-17");
    policy.putArray("Statement").add(statement);
    return JSON.writeValueAsString(policy);
  }

  private String arn(PackageChannelId id) {
    return "arn:aws:mediapackagev2:%s:%s:channelGroup/%s/channel/%s"
        .formatted(region, accountId, id.group(), id.channel());
  }

  private String arn(EndpointId id) {
    return arn(id.channel()) + "/originEndpoint/" + id.endpoint();
  }
}
