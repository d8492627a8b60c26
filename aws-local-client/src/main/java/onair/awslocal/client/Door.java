package onair.awslocal.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON to and from the endpoints under {@code /_aws-local}, records in snake case. */
final class Door {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final URI endpoint;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Door(URI endpoint) {
    this.endpoint = endpoint;
  }

  <T> T get(String path, Class<T> answer) {
    return call("GET", path, null, answer);
  }

  <T> T post(String path, @Nullable Object body, Class<T> answer) {
    return call("POST", path, body, answer);
  }

  void post(String path, @Nullable Object body) {
    call("POST", path, body, JsonNode.class);
  }

  void put(String path, Object body) {
    call("PUT", path, body, JsonNode.class);
  }

  void delete(String path) {
    call("DELETE", path, null, JsonNode.class);
  }

  /** One segment of a path, or the name or value of a parameter. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** With {@code ?} before it, or nothing when there are none. */
  static String query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? ""
        : parameters.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private <T> T call(String method, String path, @Nullable Object body, Class<T> answer) {
    BodyPublisher publisher =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    HttpResponse<byte[]> response =
        send(
            HttpRequest.newBuilder(endpoint.resolve("/_aws-local" + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .method(method, publisher)
                .build());
    if (response.statusCode() >= 400) {
      throw refused(response);
    }
    return JSON.readValue(response.body(), answer);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("aws-local at " + endpoint + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while aws-local was asked", e);
    }
  }

  private static ControlException refused(HttpResponse<byte[]> response) {
    try {
      JsonNode error = JSON.readTree(response.body());
      return new ControlException(
          response.statusCode(),
          error.path("code").asString("Unknown"),
          error.path("message").asString(""));
    } catch (JacksonException e) {
      return new ControlException(
          response.statusCode(), "Unknown", new String(response.body(), StandardCharsets.UTF_8));
    }
  }
}
