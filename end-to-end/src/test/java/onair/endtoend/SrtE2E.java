package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.launcher.Api;
import onair.launcher.GoLive;
import onair.launcher.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A contribution by SRT: to viewers through the CDN, and to a partner by SRT. */
@ExtendWith(OnAir.Extension.class)
class SrtE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path logs;

  @Test
  void aContributionReachesViewersAndAPartnerAndItsFlowCostsNothingWhenStopped(OnAir onAir)
      throws Exception {
    Api api = onAir.api();
    GoLive live = new GoLive(api, new Progress(System.out));
    JsonNode channel =
        api.post(
                "/v1/channels",
                Map.of(
                    "name",
                    "Remote studio",
                    "ladder",
                    "540p",
                    "ingest",
                    Map.of("protocol", "srt", "allowed_cidrs", List.of("127.0.0.0/8"))))
            .ok();
    String path = "/v1/channels/" + channel.path("id").asString();
    String passphrase = channel.path("ingest").path("passphrase").asString();
    try (AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      assertThat(inventory.flows()).isEmpty();
      live.start(channel);
      JsonNode waiting = live.awaitStatus(channel, "waiting", PATIENCE);
      String url = waiting.path("ingest").path("url").asString();
      assertThat(url).startsWith("srt://127.0.0.1:");
      assertThat(inventory.flows()).containsExactly("ACTIVE");

      wrongPassphraseIsRefused(url);
      assertThat(api.get(path).ok().path("status").asString()).isEqualTo("waiting");

      try (Contribution sender =
          Contribution.start(url, passphrase, logs.resolve("contribution.log"))) {
        JsonNode playback = live.awaitPlayable(channel, PATIENCE);
        live.awaitStatus(channel, "live", PATIENCE);
        Player.Decoded video = Player.video(playback.path("hls_url").asString(), 0, 3);
        assertThat(video.frames()).as(video.said()).isBetween(85L, 95L);

        aPartnerReceives(api, path);
        assertThat(sender.isSending()).isTrue();
      }
      live.awaitStatus(channel, "reconnecting", PATIENCE);
      api.post(path + "/stop", Map.of()).ok();
      live.awaitStatus(channel, "idle", PATIENCE);
      assertThat(inventory.flows()).containsExactly("STANDBY");

      assertThat(api.delete(path).status()).isEqualTo(202);
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .until(() -> api.get(path).status() == 404);
      assertThat(inventory.channelResources())
          .noneMatch(name -> name.contains(channel.path("id").asString()));
      assertThat(inventory.flows()).isEmpty();
    }
  }

  private void wrongPassphraseIsRefused(String url) throws Exception {
    try (Contribution stranger =
        Contribution.start(url, "not-the-passphrase", logs.resolve("stranger.log"))) {
      assertThat(stranger.givesUpWithin(30)).as("the stranger is refused").isTrue();
    }
  }

  private static void aPartnerReceives(Api api, String path) throws Exception {
    JsonNode share =
        api.post(
                path + "/shares",
                Map.of(
                    "name",
                    "Partner",
                    "protocol",
                    "srt-listener",
                    "allowed_cidrs",
                    List.of("127.0.0.0/8")))
            .ok();
    String sharePath = path + "/shares/" + share.path("id").asString();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> api.get(sharePath).ok().path("status").asString().equals("ready"));
    JsonNode ready = api.get(sharePath).ok();
    Player.Decoded received =
        Player.video(
            Contribution.address(ready.path("url").asString(), ready.path("passphrase").asString()),
            0,
            6);
    // Who joins between two keyframes, up to two seconds apart, sees nothing before the second.
    assertThat(received.frames()).as(received.said()).isGreaterThan(4 * 30 - 10);

    Player.Decoded refused =
        Player.video(
            Contribution.address(ready.path("url").asString(), "not-the-passphrase"), 0, 1);
    assertThat(refused.frames()).as(refused.said()).isZero();
  }
}
