package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import onair.common.tenancy.Tenancy;
import onair.launcher.Api;
import onair.launcher.Api.Answer;
import onair.launcher.RunningPlatform;
import onair.test.Canaries;
import onair.test.PostgresDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Every secret of a running platform, used well and badly: those it was installed with, and those
 * of channels, webhooks, keys and people. None of them may be found in any log, in any row of any
 * service's database, or in what the API tells afterwards.
 */
@ExtendWith(OnAir.Extension.class)
class SecretsE2E {

  private static final String SEEN = "A name that is no secret 4711";
  private static final List<String> SERVICES =
      List.of(
          "account-service", "channel-service", "delivery-service", "vod-service", "ads-service");

  private final Canaries canaries = new Canaries();
  private final List<Answer> refusals = new ArrayList<>();
  private final List<String> operations = new ArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void areFoundNowhere(OnAir onAir) throws Exception {
    canaries.plant("name of a channel", SEEN);
    plantThoseOfTheInstallation(onAir);
    useApiKeys(onAir);
    useWebhooks(onAir);
    usePasswordAndSession(onAir);
    JsonNode rtmp = useChannel(onAir, Map.of("protocol", "rtmp"), "stream_key");
    JsonNode srt =
        useChannel(
            onAir,
            Map.of("protocol", "srt", "allowed_cidrs", List.of("127.0.0.0/8")),
            "passphrase");
    goLiveAndDelete(onAir, rtmp, srt);

    var found = new ArrayList<String>();
    found.addAll(inWhatTheApiTells(onAir));
    found.addAll(inLogs(onAir));
    for (String service : SERVICES) {
      found.addAll(inDatabaseOf(onAir, service));
    }
    assertThat(found)
        .as("what is no secret is found, so that the others would be")
        .anyMatch(where -> where.startsWith("name of a channel in the database of channel"))
        .anyMatch(where -> where.startsWith("name of a channel in the audit log"));
    assertThat(found).allMatch(where -> where.startsWith("name of a channel"));
  }

  private void plantThoseOfTheInstallation(OnAir onAir) throws IOException {
    var secrets = new Properties();
    try (Reader in = Files.newBufferedReader(onAir.home().root().resolve("secrets.properties"))) {
      secrets.load(in);
    }
    assertThat(secrets.stringPropertyNames())
        .contains("owner.password", "api.key", "webhook.secret.key", "channel.secret.key");
    secrets.stringPropertyNames().forEach(name -> canaries.plant(name, secrets.getProperty(name)));
    canaries.plant(
        "key of internal tokens",
        Files.readAllLines(onAir.home().root().resolve("keys/token-private.pem")).get(1));
  }

  private void useApiKeys(OnAir onAir) throws InterruptedException {
    JsonNode made =
        onAir
            .api()
            .post("/v1/api-keys", Map.of("name", "Canary", "scopes", List.of("channels:read")))
            .ok();
    String key = canaries.plant("API key", made.path("secret").asString());
    assertThat(onAir.api(key).get("/v1/channels").status()).isEqualTo(200);
    refusals.add(onAir.api(key).post("/v1/channels", Map.of("name", SEEN)));
    refusals.add(onAir.api(canaries.plant("wrong API key", key + "x")).get("/v1/channels"));
    refusals.add(onAir.api(key).get("/v1/channels/" + key));
    assertThat(onAir.api().delete("/v1/api-keys/" + made.path("id").asString()).status())
        .isEqualTo(204);
  }

  private void useWebhooks(OnAir onAir) throws InterruptedException {
    JsonNode made =
        onAir.api().post("/v1/webhooks", Map.of("url", "http://127.0.0.1:9/nobody")).ok();
    canaries.plant("webhook secret", made.path("secret").asString());
    refusals.add(
        onAir.api().send("POST", "/v1/webhooks", "{\"url\":" + made.path("secret") + ",\"x\":1}"));
  }

  private void usePasswordAndSession(OnAir onAir) throws IOException, InterruptedException {
    RunningPlatform.Owner owner = onAir.platform().owner();
    HttpResponse<String> refused = signIn(onAir, owner.email(), owner.password() + "x");
    assertThat(refused.statusCode()).isEqualTo(401);
    HttpResponse<String> opened = signIn(onAir, owner.email(), owner.password());
    assertThat(opened.statusCode()).isEqualTo(201);
    String cookie =
        opened.headers().firstValue("Set-Cookie").orElseThrow().replaceAll(";.*", "").strip();
    canaries.plant("session", cookie.substring(cookie.indexOf('=') + 1));
    assertThat(asked(onAir, "GET", "/v1/channels", cookie, "").statusCode()).isEqualTo(200);
    assertThat(asked(onAir, "POST", "/v1/channels", cookie, "{\"name\":").statusCode())
        .isEqualTo(400);
    assertThat(asked(onAir, "DELETE", "/session", cookie, "").statusCode()).isEqualTo(204);
  }

  private HttpResponse<String> signIn(OnAir onAir, String email, String password)
      throws IOException, InterruptedException {
    String body = "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}";
    return asked(onAir, "POST", "/session", "a=b", body);
  }

  private HttpResponse<String> asked(
      OnAir onAir, String method, String path, String cookie, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(onAir.env("ONAIR_URL")).resolve(path))
            .header("Cookie", cookie)
            .header("X-OnAir-Csrf", "1")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private JsonNode useChannel(OnAir onAir, Map<String, ?> ingest, String secret)
      throws InterruptedException {
    JsonNode channel =
        onAir.api().post("/v1/channels", Map.of("name", SEEN, "ingest", ingest)).ok();
    String planted = canaries.plant(secret, channel.path("ingest").path(secret).asString());
    String path = "/v1/channels/" + channel.path("id").asString();
    refusals.add(
        onAir.api().send("PATCH", path, "{\"ladder\":\"" + planted + "\",\"colour\":\"red\"}"));
    return channel;
  }

  private void goLiveAndDelete(OnAir onAir, JsonNode... channels) throws InterruptedException {
    Api api = onAir.api();
    for (JsonNode channel : channels) {
      api.post("/v1/channels/" + channel.path("id").asString() + "/start", Map.of()).ok();
    }
    for (JsonNode channel : channels) {
      String path = "/v1/channels/" + channel.path("id").asString();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> api.get(path).ok().path("status").asString().equals("waiting"));
      operations.add(
          api.get("/v1/operations/" + channel.path("operation_id").asString()).ok().toString());
      assertThat(api.delete(path).status()).isEqualTo(202);
    }
    for (JsonNode channel : channels) {
      String path = "/v1/channels/" + channel.path("id").asString();
      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () -> {
                Answer now = api.get(path);
                return now.status() == 404
                    || now.body().path("status").asString().equals("deleted");
              });
    }
  }

  private List<String> inWhatTheApiTells(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> api.get("/v1/audit-log?limit=100").ok().toString().contains("deleteChannel"));
    var found = new ArrayList<String>();
    found.addAll(
        canaries.foundIn("the audit log", api.get("/v1/audit-log?limit=100").ok().toString()));
    found.addAll(canaries.foundIn("the events", api.get("/v1/events?limit=100").ok().toString()));
    found.addAll(canaries.foundIn("an operation", operations.toString()));
    for (Answer refusal : refusals) {
      assertThat(refusal.status()).isGreaterThanOrEqualTo(400);
      String told = refusal.body().toString() + refusal.headers().map();
      found.addAll(canaries.foundIn("a refusal", told));
    }
    return found;
  }

  private List<String> inLogs(OnAir onAir) throws IOException {
    var found = new ArrayList<String>();
    try (Stream<Path> logs = Files.list(onAir.home().root().resolve("logs"))) {
      List<Path> all = logs.filter(Files::isRegularFile).toList();
      assertThat(all).hasSizeGreaterThan(SERVICES.size());
      for (Path log : all) {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        found.addAll(canaries.foundIn(log.getFileName().toString(), text));
      }
    }
    return found;
  }

  private List<String> inDatabaseOf(OnAir onAir, String service) {
    Map<String, String> known = onAir.platform().another(service).environment();
    var database =
        new PostgresDatabase(
            known.get("SPRING_DATASOURCE_URL"),
            known.get("SPRING_DATASOURCE_USERNAME"),
            known.get("SPRING_FLYWAY_PASSWORD"),
            known.get("SPRING_FLYWAY_USER"));
    return Tenancy.asSystem(() -> canaries.foundIn(database)).stream()
        .map(where -> where.replace(" in ", " in the database of " + service + ", "))
        .toList();
  }
}
