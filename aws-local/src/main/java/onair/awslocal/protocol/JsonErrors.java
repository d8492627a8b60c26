package onair.awslocal.protocol;

import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of errors in the JSON protocols. */
final class JsonErrors {

  private JsonErrors() {}

  /** The message, and the exception's own members. */
  static ObjectNode body(ApiError error, String messageMember) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put(messageMember, error.message());
    if (error.detail() != null) {
      body.setAll(JsonDocuments.RESPONSE.write(error.detail()));
    }
    return body;
  }

  /** The REST protocol's error; also for a service that is not known, as most services share it. */
  static WireResponse rest(ApiError error, String messageMember) {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", error.code());
    return new WireResponse(error.status(), headers, Bodies.bytes(body(error, messageMember)));
  }

  /** Some services write {@code message}, some {@code Message}. */
  static String messageMember(ServiceModel model, ApiError error) {
    Shape.Member member =
        error.detail() == null
            ? null
            : model
                .error(error.detail().getClass())
                .map(shape -> shape.member("message"))
                .orElse(null);
    return member == null ? "message" : member.wireName();
  }
}
