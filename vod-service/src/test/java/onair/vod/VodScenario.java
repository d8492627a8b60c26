package onair.vod;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import onair.test.WithPostgres;
import onair.test.WithTokens;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service over a real database and an AWS on this machine, asked as the gateway would.
 */
@WithPostgres
@WithTokens
@WithAwsLocal
@SpringBootTest(
    classes = {VodService.class, VodScenario.Listening.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "onair.deployment=test",
      "onair.event.poll=1s",
      "onair.vod.upload.part-size=5MB",
      "onair.vod.upload.sweep=200ms",
      "onair.vod.asset.watch.processing=200ms",
      "onair.vod.asset.watch.removing=200ms",
      "onair.reconcile.poll=100ms",
      "onair.reconcile.look=200ms",
      "onair.reconcile.settle=9s",
      "onair.reconcile.max-backoff=1s",
    })
abstract class VodScenario {

  static final int PART = 5 * 1024 * 1024;
  static final Caller OWNER = caller("org_1", "assets:*");

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  final TestApi api;

  /** Hears what the service tells, through the bus and a queue. */
  @Configuration(proxyBeanMethods = false)
  static class Listening {
    @Bean
    HeardEvents heardEvents() {
      return new HeardEvents();
    }
  }

  VodScenario(int port) {
    this.api = TestApi.at(port);
  }

  static Caller caller(String organization, String... scopes) {
    return new Caller(organization, "key_1", Set.of(scopes));
  }

  TestApi as(Caller caller) {
    return api.as("vod-service", caller);
  }

  /** Waits until the bucket is there. */
  Reply create(long size) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> as(OWNER).post("/v1/uploads", body(size, false)), reply -> reply.status() != 503);
  }

  static String body(long size, boolean mp4) {
    return JSON.writeValueAsString(
        Map.of(
            "file_name",
            "show.mp4",
            "size_bytes",
            size,
            "content_type",
            "video/mp4",
            "asset",
            Map.of("name", "Show", "metadata", Map.of("crew", "a"), "mp4_download", mp4)));
  }

  JsonNode upload(String id) {
    return as(OWNER).get("/v1/uploads/" + id).json();
  }

  JsonNode asset(String id) {
    return as(OWNER).get("/v1/assets/" + id).json();
  }

  /** Sends one part to its address and gives its etag. */
  static String send(JsonNode part, byte[] file, long partSize) {
    int from = (int) ((part.path("number").asInt() - 1) * partSize);
    int to = Math.min(file.length, from + (int) part.path("size_bytes").asLong());
    HttpResponse<String> answer =
        put(part.path("url").asString(), Arrays.copyOfRange(file, from, to));
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  static HttpResponse<String> put(String url, byte[] bytes) {
    try {
      return HTTP.send(
          HttpRequest.newBuilder(URI.create(url))
              .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Reply complete(String id, Map<Integer, String> etags) {
    var parts =
        new TreeMap<>(etags)
            .entrySet().stream()
                .map(part -> Map.of("number", part.getKey(), "etag", part.getValue()))
                .toList();
    return as(OWNER)
        .post("/v1/uploads/" + id + "/complete", JSON.writeValueAsString(Map.of("parts", parts)));
  }

  /** Uploads a file, all of it, and gives the upload as it was created. */
  JsonNode sendAll(byte[] file, boolean mp4) {
    create(1);
    JsonNode upload = as(OWNER).post("/v1/uploads", body(file.length, mp4)).json();
    var etags = new TreeMap<Integer, String>();
    upload
        .path("parts")
        .forEach(
            part ->
                etags.put(
                    part.path("number").asInt(),
                    send(part, file, upload.path("part_size_bytes").asLong())));
    Reply completed = complete(upload.path("id").asString(), etags);
    if (completed.status() != 202) {
      throw new AssertionError(completed.text());
    }
    return upload;
  }

  JsonNode awaitAsset(String id, Predicate<JsonNode> so) {
    return await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> asset(id), so);
  }

  JsonNode awaitStatus(String id, String status) {
    return awaitAsset(id, asset -> asset.path("status").asString().equals(status));
  }

  JsonNode awaitUpload(String id, String status) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> upload(id), upload -> upload.path("status").asString().equals(status));
  }

  void awaitGone(String assetId) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> as(OWNER).get("/v1/assets/" + assetId).status() == 404);
  }
}
