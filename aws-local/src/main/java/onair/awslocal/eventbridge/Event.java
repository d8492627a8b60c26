package onair.awslocal.eventbridge;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import onair.awslocal.resource.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One event.
 *
 * @param scope the account and region it happened in
 * @param detail a JSON object
 */
record Event(
    String id,
    Scope scope,
    String source,
    String detailType,
    Instant time,
    List<String> resources,
    JsonNode detail) {

  /**
   * The envelope that patterns match against and targets get.
   *
   * <p>Source: Amazon EventBridge Events Reference, "AWS service event metadata".
   */
  ObjectNode envelope() {
    ArrayNode arns = JsonNodeFactory.instance.arrayNode();
    resources.forEach(arns::add);
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("version", "0");
    envelope.put("id", id);
    envelope.put("detail-type", detailType);
    envelope.put("source", source);
    envelope.put("account", scope.accountId());
    envelope.put("time", time.truncatedTo(ChronoUnit.SECONDS).toString());
    envelope.put("region", scope.region());
    envelope.set("resources", arns);
    envelope.set("detail", detail);
    return envelope;
  }
}
