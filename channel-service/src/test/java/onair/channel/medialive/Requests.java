package onair.channel.medialive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import onair.awslocal.protocol.SdkJson;
import onair.common.reconcile.Identity;
import onair.common.reconcile.ResourceKey;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests as the JSON that AWS's models call valid. */
final class Requests {

  private static final JsonMapper JSON = new JsonMapper();

  static final Identity IDENTITY =
      new Identity(
          new ResourceKey("ch_1", "medialive-channel"),
          "org_1",
          1,
          "ch_1/medialive-channel#1",
          "onair-test-ch_1-medialive-channel",
          Map.of(Identity.DEPLOYMENT_TAG, "test"));

  private Requests() {}

  /** What the SDK would send. */
  static <T extends SdkPojo> JsonNode sent(Class<T> type, T request) {
    return JSON.readTree(SdkJson.codec(type).write(request));
  }

  /** The request that would be sent as this body. */
  static <T extends SdkPojo> T request(Class<T> type, JsonNode body) {
    return SdkJson.codec(type).read(JSON.writeValueAsBytes(body));
  }

  /** A body that was checked against AWS's models, with some members replaced. */
  static ObjectNode reference(String name, Map<String, ?> replaced) {
    try (InputStream json =
        Objects.requireNonNull(
            Requests.class.getResourceAsStream("/requests/" + name + ".json"), name)) {
      var body = (ObjectNode) JSON.readTree(json);
      replaced.forEach((member, value) -> body.set(member, JSON.<JsonNode>valueToTree(value)));
      return body;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
