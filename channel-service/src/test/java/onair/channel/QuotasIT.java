package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import onair.common.aws.AwsClients;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import tools.jackson.databind.JsonNode;

/** An account that is held to AWS's default limits, some of which others have used up already. */
@TestPropertySource(
    properties = {"onair.channel.quotas.refuse=true", "onair.channel.quotas.read-every=5s"})
class QuotasIT extends ServiceScenario {

  private static final int LIMIT = 5;
  private static final int OTHERS = 3;
  private static final String ALLOW_LISTS = "input security groups";

  @TempDir static Path data;
  private static LocalCloud cloud;

  private final AwsClients clients;

  @Autowired
  QuotasIT(@LocalServerPort int port, AwsClients clients) {
    super(port);
    this.clients = clients;
  }

  @DynamicPropertySource
  static void cloud(DynamicPropertyRegistry properties) {
    cloud = new LocalCloud(data, "instant", "default");
    properties.add("onair.aws.endpoint", cloud::endpoint);
  }

  @AfterAll
  static void closeCloud() {
    cloud.down();
  }

  @Test
  void startsThatWouldExceedAQuotaAreRefusedBeforeAwsIsCalledHoweverManyComeAtOnce()
      throws Exception {
    try (MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      for (int i = 0; i < OTHERS; i++) {
        live.createInputSecurityGroup(
            request -> request.whitelistRules(rule -> rule.cidr("203.0.113.0/24")));
      }
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> plan().path("used").asInt() == OTHERS && !plan().path("limit").isNull());
      assertThat(plan().path("limit").asInt()).isEqualTo(LIMIT);
      assertThat(plan().path("exceeded").asBoolean()).isFalse();

      List<String> channels = new ArrayList<>();
      for (int i = 0; i < LIMIT + 1; i++) {
        channels.add(created());
      }
      List<Reply> replies =
          atOnce(channels.stream().<Callable<Reply>>map(id -> () -> act(id, "start")).toList());

      assertThat(replies.stream().filter(reply -> reply.status() == 202)).hasSize(LIMIT - OTHERS);
      assertThat(replies.stream().filter(reply -> reply.status() != 202))
          .allSatisfy(
              refused -> {
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.code()).isEqualTo("quota_exceeded");
                assertThat(refused.json().path("quotas").valueStream().map(JsonNode::asString))
                    .containsExactly("medialive " + ALLOW_LISTS);
                assertThat(refused.json().path("detail").asString())
                    .isEqualTo(
                        "Of medialive input security groups, 5 of 5 are taken; this needs 1 more.");
              });
      for (int i = 0; i < channels.size(); i++) {
        if (replies.get(i).status() == 202) {
          awaitStatus(channels.get(i), "waiting");
        } else {
          assertThat(get(channels.get(i)).path("status").asString()).isEqualTo("idle");
        }
      }
      assertThat(live.listInputSecurityGroups().inputSecurityGroups()).hasSize(LIMIT);
      assertThat(plan().path("exceeded").asBoolean()).isTrue();
      assertThat(plan().path("after").asInt()).isEqualTo(LIMIT + 1);
    }
  }

  private JsonNode plan() {
    return as(OWNER)
        .post("/v1/channels?dry_run=true", "{\"name\":\"x\"}")
        .json()
        .path("quotas")
        .valueStream()
        .filter(quota -> quota.path("quota").asString().equals(ALLOW_LISTS))
        .findFirst()
        .orElseThrow();
  }

  private static List<Reply> atOnce(List<Callable<Reply>> calls) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> future : threads.invokeAll(calls)) {
        replies.add(future.get());
      }
      return replies;
    }
  }
}
