package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Processes are killed hard under a running broadcast; it comes back by itself, and nothing is
 * there twice.
 */
@ExtendWith(OnAir.Extension.class)
class HealingE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void aBroadcastSurvivesTheDeathOfEachPart(OnAir onAir) throws InterruptedException {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    JsonNode channel = api.post("/v1/channels", Map.of("name", "Hard life", "ladder", "540p")).ok();
    String path = "/v1/channels/" + channel.path("id").asString();
    String watch = "/v1/playback/" + channel.path("playback_id").asString();
    live.start(channel);
    try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push-healing");
        AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      live.awaitStatus(channel, "live", PATIENCE);
      live.awaitPlayable(channel, PATIENCE);
      List<String> before = inventory.channelResources();
      assertThat(before).hasSize(4);

      for (String victim :
          List.of(
              "channel-service",
              "delivery-service",
              "account-service",
              "aws-local",
              "gateway-service")) {
        ProcessHandle process = onAir.platform().process(victim);
        process.destroyForcibly();
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(300))
            .until(() -> isServed(api, path) && isServed(api, watch));
        live.awaitStatus(channel, "live", PATIENCE);
        live.awaitPlayable(channel, PATIENCE);
        assertThat(inventory.channelResources())
            .as("after the death of " + victim)
            .containsExactlyInAnyOrderElementsOf(before);
      }
      assertThat(broadcast.process()).isNotNull();
    }
    live.end(PATIENCE);
    assertThat(api.delete(path).status()).isBetween(200, 299);
    await().atMost(PATIENCE).until(() -> api.get(path).status() == 404);
    try (AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      assertThat(inventory.channelResources()).isEmpty();
    }
  }

  /** While a part is away the API may say 503, with a problem, but never lie. */
  private static boolean isServed(Api api, String path) throws InterruptedException {
    try {
      Api.Answer answer = api.get(path);
      assertThat(answer.status()).as(answer.body().toString()).isIn(200, 502, 503, 504);
      return answer.status() == 200;
    } catch (onair.launcher.LauncherException e) {
      return false; // the gateway itself is away
    }
  }
}
