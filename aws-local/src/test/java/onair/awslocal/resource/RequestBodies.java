package onair.awslocal.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.awslocal.protocol.SdkJson;
import software.amazon.awssdk.core.SdkPojo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Minimal valid request bodies of real use; AWS's models accept each of them, so must we. */
public final class RequestBodies {

  private final JsonNode bodies;

  private RequestBodies(JsonNode bodies) {
    this.bodies = bodies;
  }

  /** Those in {@code request-bodies.json} beside a test. */
  public static RequestBodies beside(Class<?> test) {
    try (InputStream file = test.getResourceAsStream("request-bodies.json")) {
      return new RequestBodies(new JsonMapper().readTree(Objects.requireNonNull(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public <T extends SdkPojo> T body(String name, Class<T> type) {
    byte[] json = bodies.get(name).get("body").toString().getBytes(StandardCharsets.UTF_8);
    return SdkJson.codec(type).read(json);
  }

  /** Names of all bodies of one operation. */
  public List<String> of(String operation) {
    return bodies.properties().stream()
        .filter(entry -> entry.getValue().get("operation").stringValue().equals(operation))
        .map(Map.Entry::getKey)
        .toList();
  }
}
