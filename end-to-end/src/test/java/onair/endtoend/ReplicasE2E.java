package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import onair.launcher.RunningPlatform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two gateways in front of one more account-service, as where there is more than one of each. */
@ExtendWith(OnAir.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasE2E {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** One of a hundred of these is twenty. */
  private static final int LIMIT = 2000;

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir private static Path folder;
  private Replicas replicas;

  @BeforeAll
  void start(OnAir onAir) throws Exception {
    replicas = new Replicas(onAir, folder, LIMIT);
    String first = secret(newKey(onAir, "first"));
    for (int gateway : List.of(0, 1)) {
      await().atMost(PATIENCE).until(() -> ask(gateway, first).statusCode() == 200);
    }
  }

  @AfterAll
  void stop() throws InterruptedException {
    replicas.close();
  }

  @Test
  void twoGatewaysTogetherLetThroughWhatTheLimitAllows(OnAir onAir) throws Exception {
    String key = secret(newKey(onAir, "counted"));
    List<Callable<HttpResponse<Void>>> calls =
        IntStream.range(0, LIMIT * 3 / 2)
            .<Callable<HttpResponse<Void>>>mapToObj(i -> () -> ask(i % 3 == 0 ? 0 : 1, key))
            .toList();
    var answers = new ArrayList<HttpResponse<Void>>();
    try (var threads = Executors.newFixedThreadPool(12)) {
      for (Future<HttpResponse<Void>> answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }

    long admitted = answers.stream().filter(answer -> answer.statusCode() == 200).count();
    System.out.printf("Two gateways admitted %d of a limit of %d%n", admitted, LIMIT);
    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
    assertThat(admitted).isBetween(LIMIT * 99L / 100, LIMIT * 101L / 100);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 429)
        .allSatisfy(
            answer -> {
              assertThat(answer.headers().firstValue("Retry-After")).isPresent();
              assertThat(answer.headers().firstValue("RateLimit").orElse(""))
                  .startsWith("\"key\";r=0;t=");
            });
  }

  /**
   * That it takes five seconds at most is the sum of two settings, which are checked when a gateway
   * starts. How long it took here is told, and depends on the machine.
   */
  @Test
  void aRevokedKeyIsRefusedAtEveryGateway(OnAir onAir) throws Exception {
    JsonNode made = newKey(onAir, "revoked");
    String key = secret(made);
    for (int gateway : List.of(0, 1)) {
      assertThat(ask(gateway, key).statusCode()).isEqualTo(200);
    }

    assertThat(onAir.api().delete("/v1/api-keys/" + made.path("id").asString()).status())
        .isBetween(200, 204);

    awaitRefusal("A revoked key", gateway -> ask(gateway, key).statusCode());
  }

  @Test
  void aSessionThatWasEndedAtOneGatewayIsRefusedAtTheOther(OnAir onAir) throws Exception {
    String cookie = signIn(onAir);
    for (int gateway : List.of(0, 1)) {
      await().atMost(PATIENCE).until(() -> askSignedIn(gateway, cookie) == 200);
    }

    HttpRequest end = session(0).header("Cookie", cookie).DELETE().build();
    assertThat(http.send(end, BodyHandlers.discarding()).statusCode()).isEqualTo(204);

    awaitRefusal("An ended session", gateway -> askSignedIn(gateway, cookie));
  }

  @Test
  void theKeyOfInternalTokensIsChangedUnderLoadAndNobodyIsRefused(OnAir onAir) throws Exception {
    String key = secret(newKey(onAir, "steady"));
    var refused = new ConcurrentLinkedQueue<Integer>();
    List<AtomicInteger> asked = List.of(new AtomicInteger(), new AtomicInteger());
    var ended = new AtomicBoolean();
    var loads = new ArrayList<Future<?>>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      for (int gateway : List.of(0, 1)) {
        loads.add(
            threads.submit(
                () -> {
                  while (!ended.get()) {
                    int status = askOnce(gateway, key).statusCode();
                    asked.get(gateway).incrementAndGet();
                    // On a fast machine the key's permits may end; the token is judged before.
                    if (status != 200 && status != 429) {
                      refused.add(status);
                    }
                  }
                  return null;
                }));
      }
      try {
        awaitMore(asked);
        replicas.changeSigningKey();
        for (int gateway : List.of(0, 1)) {
          await()
              .atMost(PATIENCE)
              .until(() -> replicas.log(gateway).contains("signed with the key now in"));
        }
        awaitMore(asked);
        // Whoever was never seen before gets a token that was never signed before.
        String fresh = secret(newKey(onAir, "fresh"));
        for (int gateway : List.of(0, 1)) {
          assertThat(askOnce(gateway, fresh).statusCode()).isEqualTo(200);
        }
      } finally {
        ended.set(true);
      }
      for (Future<?> load : loads) {
        load.get();
      }
    }
    assertThat(refused).isEmpty();
  }

  private static void awaitMore(List<AtomicInteger> asked) {
    for (AtomicInteger count : asked) {
      int before = count.get();
      await().atMost(PATIENCE).until(() -> count.get() > before + 50);
    }
  }

  /** What a gateway answers: a status. */
  private interface Question {
    int ask(int gateway) throws IOException, InterruptedException;
  }

  private static void awaitRefusal(String what, Question question) {
    long begun = System.nanoTime();
    await().atMost(PATIENCE).until(() -> question.ask(0) == 401 && question.ask(1) == 401);
    System.out.printf(
        "%s is refused at both gateways after %d ms (promised: 5000 ms)%n",
        what, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
  }

  private static JsonNode newKey(OnAir onAir, String name) throws InterruptedException {
    Api api = onAir.api();
    return api.post("/v1/api-keys", Map.of("name", name, "scopes", List.of("channels:read"))).ok();
  }

  private static String secret(JsonNode key) {
    return key.path("secret").asString();
  }

  /** Signs in at the first gateway; the session as a cookie. */
  private String signIn(OnAir onAir) throws IOException, InterruptedException {
    RunningPlatform.Owner owner = onAir.platform().owner();
    String body =
        new JsonMapper()
            .writeValueAsString(Map.of("email", owner.email(), "password", owner.password()));
    HttpRequest request =
        session(0)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private HttpRequest.Builder session(int gateway) {
    return request(gateway, "/session").header("X-OnAir-Csrf", "1");
  }

  private int askSignedIn(int gateway, String cookie) throws IOException, InterruptedException {
    HttpRequest request = request(gateway, "/v1/whoami").header("Cookie", cookie).build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Asks again where it could not be checked in time who asks, for which no permit is taken. */
  private HttpResponse<Void> ask(int gateway, String key) throws IOException, InterruptedException {
    HttpResponse<Void> answer = askOnce(gateway, key);
    while (answer.statusCode() == 503 && answer.headers().firstValue("RateLimit").isEmpty()) {
      answer = askOnce(gateway, key);
    }
    return answer;
  }

  private HttpResponse<Void> askOnce(int gateway, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(gateway, "/v1/whoami").header("Authorization", "Bearer " + key).build();
    return http.send(request, BodyHandlers.discarding());
  }

  private HttpRequest.Builder request(int gateway, String path) {
    return HttpRequest.newBuilder(replicas.at(gateway, path)).timeout(PATIENCE);
  }
}
