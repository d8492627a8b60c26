package onair.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's REST API as a partner sees it: JSON over the gateway with an API key. */
public final class Api {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI base;
  private final String key;

  /**
   * @param base the gateway
   * @param key the whole API key
   */
  public Api(URI base, String key) {
    this.base = base;
    this.key = key;
  }

  /** An answer, whatever its status; the body is a missing node when there is none. */
  public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers) {

    /**
     * The body of a 2xx answer. Anything else is a {@link LauncherException} that shows the
     * problem.
     */
    public JsonNode ok() {
      if (status / 100 != 2) {
        throw new LauncherException("The platform answered " + status + ": " + body);
      }
      return body;
    }
  }

  /** Reads a resource. */
  public Answer get(String path) throws InterruptedException {
    return send("GET", path, null);
  }

  /** Creates or acts, under a fresh idempotency key. */
  public Answer post(String path, Map<String, ?> body) throws InterruptedException {
    return send("POST", path, JSON.writeValueAsString(body));
  }

  /** Removes a resource. */
  public Answer delete(String path) throws InterruptedException {
    return send("DELETE", path, null);
  }

  /**
   * Any call, with the body as it stands, so that a test can send a broken one.
   *
   * @throws LauncherException when the gateway cannot be reached
   */
  public Answer send(String method, String path, @org.jspecify.annotations.Nullable String body)
      throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + key);
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(body));
    }
    if (method.equals("POST")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode json =
          response.body().isBlank() ? JSON.missingNode() : JSON.readTree(response.body());
      return new Answer(response.statusCode(), json, response.headers());
    } catch (IOException e) {
      throw new LauncherException(
          "The gateway at " + base + " does not answer: " + e.getMessage(), e);
    }
  }
}
