package onair.test;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import onair.common.security.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a service under test over HTTP, as the gateway would. Each {@code as…} and {@code with…}
 * gives a new client.
 */
public final class TestApi {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI base;
  private final Map<String, String> headers;
  private final boolean patient;

  private TestApi(URI base, Map<String, String> headers, boolean patient) {
    this.base = base;
    this.headers = headers;
    this.patient = patient;
  }

  /** A client without a token. */
  public static TestApi at(int port) {
    return new TestApi(URI.create("http://127.0.0.1:" + port), Map.of(), false);
  }

  /** A client with a token of {@link TestTokens#shared()} for the service. */
  public TestApi as(String service, Caller caller) {
    return with("Authorization", "Bearer " + TestTokens.shared().sign(service, caller));
  }

  /** A client that sends one more header. */
  public TestApi with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new TestApi(base, more, patient);
  }

  /** A client that asks again when it is told to come back later (503), for a minute. */
  public TestApi patient() {
    return new TestApi(base, headers, true);
  }

  public Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /**
   * Posts text as it is, with the content type JSON and a fresh {@code Idempotency-Key} unless
   * others were set.
   */
  public Reply post(String path, String body) {
    return withJson()
        .unless("Idempotency-Key", UUID.randomUUID().toString())
        .send("POST", path, BodyPublishers.ofString(body));
  }

  /** Patches with text as it is, with the content type JSON unless another was set. */
  public Reply patch(String path, String body) {
    return withJson().send("PATCH", path, BodyPublishers.ofString(body));
  }

  /** Puts text as it is, with the content type JSON unless another was set. */
  public Reply put(String path, String body) {
    return withJson().send("PUT", path, BodyPublishers.ofString(body));
  }

  /** Any method and body; a publisher without a known length is sent chunked. */
  public Reply send(String method, String path, BodyPublisher body) {
    Reply reply = sendOnce(method, path, body);
    return patient && reply.status() == 503
        ? await()
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(500))
            .until(() -> sendOnce(method, path, body), again -> again.status() != 503)
        : reply;
  }

  private Reply sendOnce(String method, String path, BodyPublisher body) {
    var request = HttpRequest.newBuilder(base.resolve(path)).method(method, body);
    headers.forEach(request::header);
    try {
      return new Reply(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException failure) {
      throw new UncheckedIOException(method + " " + path + " got no reply", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while calling " + path, interrupted);
    }
  }

  /** The status of a reply that has no end; nothing more of it is waited for. */
  public int begin(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path)).GET();
    headers.forEach(request::header);
    try {
      var reply = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      reply.body().close();
      return reply.statusCode();
    } catch (IOException failure) {
      throw new UncheckedIOException("GET " + path + " got no reply", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while calling " + path, interrupted);
    }
  }

  private TestApi withJson() {
    return unless("Content-Type", "application/json");
  }

  private TestApi unless(String header, String value) {
    return headers.containsKey(header) ? this : with(header, value);
  }

  /** What came back. */
  public record Reply(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    public byte[] bytes() {
      return response.body();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** The body when it is a problem as it must be; fails the test when not. */
    public JsonNode problem() {
      if (!header("Content-Type").orElse("").startsWith("application/problem+json")) {
        throw new AssertionError(
            "Not a problem: " + status() + " " + response.headers().map() + " " + text());
      }
      JsonNode problem = json();
      if (problem.path("status").asInt() != status()) {
        throw new AssertionError(
            "The problem's status is not the reply's " + status() + ": " + text());
      }
      return problem;
    }

    /** The {@code code} of a problem. */
    public String code() {
      return problem().path("code").asString();
    }

    /** The violations of a problem, as {@code field code}. */
    public List<String> violations() {
      return problem()
          .path("violations")
          .valueStream()
          .map(one -> one.path("field").asString() + " " + one.path("code").asString())
          .toList();
    }
  }
}
