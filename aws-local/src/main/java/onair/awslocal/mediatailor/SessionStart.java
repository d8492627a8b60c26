package onair.awslocal.mediatailor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import onair.awslocal.resource.Scope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of a session's initialization: {@code {"adsParams": {…}, "reportingMode": "client"}}.
 *
 * @param parameters {@code player_params} by name
 * @param reported whether impressions and quartiles are reported from here
 */
record SessionStart(Map<String, String> parameters, boolean reported) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * An empty body says nothing.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static SessionStart read(byte[] body) {
    if (body.length == 0) {
      return new SessionStart(Map.of(), false);
    }
    JsonNode start;
    try {
      start = JSON.readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("The body is no JSON", e);
    }
    if (!start.isObject()) {
      throw new IllegalArgumentException("The body is no JSON object");
    }
    Map<String, String> parameters = new HashMap<>();
    start
        .path("adsParams")
        .forEachEntry(
            (name, value) -> {
              if (value.isValueNode()) {
                parameters.put(name, value.asString());
              }
            });
    String mode = start.path("reportingMode").asString("client");
    return switch (mode) {
      case "client" -> new SessionStart(parameters, false);
      case "server" -> new SessionStart(parameters, true);
      default -> throw new IllegalArgumentException("reportingMode is client or server");
    };
  }

  byte[] answer(Scope scope, String configuration, String file, String session) {
    String hash = Addresses.accountHash(scope);
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put(
        "manifestUrl",
        "/v1/master/%s/%s/%s?aws.sessionId=%s".formatted(hash, configuration, file, session));
    answer.put("trackingUrl", "/v1/tracking/%s/%s/%s".formatted(hash, configuration, session));
    return JSON.writeValueAsBytes(answer);
  }
}
