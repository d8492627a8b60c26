package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import onair.launcher.Api;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two gateways in front of one more account-service, as where there is more than one of each. */
@ExtendWith(OnAir.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasE2E {
  private static final int LIMIT = 1000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Process> started = new ArrayList<>();
  private final List<URI> gateways = new ArrayList<>();
  @TempDir private static Path folder;

  @BeforeAll
  void start(OnAir onAir) throws Exception {
    changeKey(newKeys(), true);
    URI accounts =
        start(
            onAir,
            "account-service",
            Map.of(
                "ONAIR_TOKEN_PUBLIC_KEY", publicKeys().toString(),
                "ONAIR_ACCOUNT_LIMIT_KEY_PERMITS", Integer.toString(LIMIT),
                "ONAIR_ACCOUNT_LIMIT_KEY_WITHIN", "24h",
                "ONAIR_ACCOUNT_LIMIT_ORGANIZATION_PERMITS", "0",
                "ONAIR_ACCOUNT_LIMIT_ADDRESS_PERMITS", "0"));
    for (int i = 0; i < 2; i++) {
      gateways.add(
          start(
              onAir,
              "gateway-service",
              Map.of(
                  "ONAIR_TOKEN_PRIVATE_KEY",
                  privateKey().toString(),
                  "ONAIR_GATEWAY_IDENTITY_TOKEN_LIFE",
                  "10s",
                  // Nothing may pass uncounted here, however slow the machine.
                  "ONAIR_GATEWAY_LIMIT_LEASE_TIMEOUT",
                  "20s",
                  "ONAIR_GATEWAY_ACCOUNT_URL",
                  accounts.toString())));
    }
    for (URI at : List.of(accounts, gateways.get(0), gateways.get(1))) {
      await().atMost(Duration.ofMinutes(1)).until(() -> isHealthy(at));
    }
    String first = newKey(onAir, "first").path("secret").asString();
    for (int gateway : List.of(0, 1)) {
      await().atMost(Duration.ofMinutes(1)).until(() -> ask(gateway, first).statusCode() == 200);
    }
  }

  @AfterAll
  void stop() throws InterruptedException {
    started.forEach(Process::destroy);
    for (Process process : started) {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void twoGatewaysTogetherLetThroughWhatTheLimitAllows(OnAir onAir) throws Exception {
    String key = newKey(onAir, "counted").path("secret").asString();
    List<Callable<HttpResponse<Void>>> calls =
        IntStream.range(0, LIMIT * 2)
            .<Callable<HttpResponse<Void>>>mapToObj(i -> () -> ask(i % 3 == 0 ? 0 : 1, key))
            .toList();
    var answers = new ArrayList<HttpResponse<Void>>();
    try (var threads = Executors.newFixedThreadPool(12)) {
      for (Future<HttpResponse<Void>> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
    assertThat(answers.stream().filter(answer -> answer.statusCode() == 200).count())
        .isBetween(LIMIT * 99L / 100, LIMIT * 101L / 100);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("Retry-After")).isPresent();
              assertThat(answer.headers().firstValue("RateLimit").orElse(""))
                  .startsWith("\"key\";r=0;t=");
            });
  }

  @Test
  void aRevokedKeyIsRefusedAtEveryGatewayWithinFiveSeconds(OnAir onAir) throws Exception {
    var made = newKey(onAir, "revoked");
    String key = made.path("secret").asString();
    assertThat(ask(0, key).statusCode()).isEqualTo(200);
    assertThat(ask(1, key).statusCode()).isEqualTo(200);

    assertThat(onAir.api().delete("/v1/api-keys/" + made.path("id").asString()).status())
        .isBetween(200, 204);

    await()
        .atMost(Duration.ofSeconds(6))
        .until(() -> ask(0, key).statusCode() == 401 && ask(1, key).statusCode() == 401);
  }

  @Test
  void theKeyOfInternalTokensIsChangedUnderLoadAndNobodyIsRefused(OnAir onAir) throws Exception {
    String key = newKey(onAir, "steady").path("secret").asString();
    var wrong = new ConcurrentLinkedQueue<Integer>();
    var asked = new AtomicInteger();
    var ended = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int gateway : List.of(0, 1)) {
        threads.submit(
            () -> {
              while (!ended.get()) {
                int status = ask(gateway, key).statusCode();
                asked.incrementAndGet();
                // The limit of this key may be reached on a fast machine; the token is judged
                // first.
                if (status != 200 && status != 429) {
                  wrong.add(status);
                }
              }
              return null;
            });
      }
      try {
        await().until(() -> asked.get() > 50);
        changeKey(newKeys(), false);
        for (int gateway : List.of(0, 1)) {
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> log(gateway).contains("signed with the key now in"));
        }
        // Whoever was never seen before gets a token that was never signed before.
        String fresh = newKey(onAir, "fresh").path("secret").asString();
        assertThat(ask(0, fresh).statusCode()).isEqualTo(200);
        assertThat(ask(1, fresh).statusCode()).isEqualTo(200);
      } finally {
        ended.set(true);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static tools.jackson.databind.JsonNode newKey(OnAir onAir, String name)
      throws InterruptedException {
    Api api = onAir.api();
    return api.post("/v1/api-keys", Map.of("name", name, "scopes", List.of("channels:read"))).ok();
  }

  /** Asks again where it could not be checked in time who asks, for which no permit is taken. */
  private HttpResponse<Void> ask(int gateway, String key) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(gateways.get(gateway).resolve("/v1/whoami"))
            .header("Authorization", "Bearer " + key)
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
    while (answer.statusCode() == 503 && answer.headers().firstValue("RateLimit").isEmpty()) {
      answer = http.send(request, BodyHandlers.discarding());
    }
    return answer;
  }

  private boolean isHealthy(URI service) throws IOException, InterruptedException {
    try {
      HttpRequest health = HttpRequest.newBuilder(service.resolve("/actuator/health")).build();
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (ConnectException notYet) {
      return false;
    }
  }

  private URI start(OnAir onAir, String service, Map<String, String> environment)
      throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder another = onAir.platform().another(service);
    another.environment().put("SERVER_PORT", Integer.toString(port));
    another.environment().putAll(environment);
    started.add(another.redirectOutput(logOf(started.size()).toFile()).start());
    return URI.create("http://127.0.0.1:" + port);
  }

  private Path logOf(int process) {
    return folder.resolve(process + ".log");
  }

  /** What a gateway has said; account-service was started before them. */
  private String log(int gateway) throws IOException {
    return Files.readString(logOf(gateway + 1));
  }

  private Path publicKeys() {
    return folder.resolve("token-public.pem");
  }

  private Path privateKey() {
    return folder.resolve("token-private.pem");
  }

  /** First the services learn the new key, besides the old one; then the gateways sign with it. */
  private void changeKey(KeyPair keys, boolean first) throws IOException {
    String believed = first ? "" : Files.readString(publicKeys());
    replace(publicKeys(), believed + pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    replace(privateKey(), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
  }

  private void replace(Path file, String content) throws IOException {
    Path next = Files.writeString(folder.resolve("next.pem"), content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
  }

  private static KeyPair newKeys() throws Exception {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }
}
