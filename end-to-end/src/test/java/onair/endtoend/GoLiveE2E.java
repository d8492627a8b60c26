package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.client.ApiException;
import onair.client.model.Channel;
import onair.client.model.ChannelRequest;
import onair.launcher.GoLive;
import onair.launcher.Progress;
import onair.launcher.TestBroadcast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The main job: a channel, a real push, a real ladder, real players, and nothing left behind. */
@ExtendWith(OnAir.Extension.class)
class GoLiveE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void aStreamerGoesLiveViewersPlayEveryRenditionAndDeleteLeavesNothing(OnAir onAir)
      throws Exception {
    Client client = onAir.client();
    GoLive live = new GoLive(onAir.api(), new Progress(System.out));
    Figures figures = new Figures(onAir);

    Instant posted = Instant.now();
    Channel made =
        client
            .channels()
            .createChannel(Client.key(), new ChannelRequest().name("Evening show").ladder("720p"));
    assertThat(made.getStatus()).isEqualTo("idle");
    assertThat(made.getProvisioning()).isEqualTo("none");
    assertThat(made.getIngest().getStreamKey()).isNotEmpty();
    JsonNode channel = onAir.api().get("/v1/channels/" + made.getId()).ok();
    live.start(channel);
    try (TestBroadcast broadcast = live.push(onAir.home(), channel, "push")) {
      JsonNode playback = live.awaitPlayable(channel, PATIENCE);
      figures.measured("POST to first playable manifest", Duration.between(posted, Instant.now()));
      live.awaitStatus(channel, "live", PATIENCE);
      figures.measured("POST to status live", Duration.between(posted, Instant.now()));
      figures.memory();

      decodesEveryRendition(playback.path("hls_url").asString());
      decodesEveryRendition(playback.path("dash_url").asString());
      figures.keepsRealTime(playback.path("hls_url").asString());
      originRefusesWhoeverIsNotTheCdn(onAir, playback.path("hls_url").asString());

      comesBackAfterTheEncoderWasKilled(client, live, channel, broadcast);
    }
    live.awaitStatus(channel, "reconnecting", PATIENCE);
    live.end(PATIENCE);
    deleteLeavesNothing(onAir, client, made.getId());
    figures.print();
  }

  private static void decodesEveryRendition(String url) throws IOException, InterruptedException {
    List<String> streams = Player.streams(url);
    assertThat(streams)
        .contains("video,1280,720", "video,854,480", "video,640,360")
        .anyMatch(line -> line.startsWith("audio"));
    for (int rendition = 0; rendition < 3; rendition++) {
      Player.Decoded video = Player.video(url, rendition, 5);
      assertThat(video.frames())
          .as("frames of rendition %d of %s: %s", rendition, url, video.said())
          .isBetween(145L, 155L);
    }
    Player.Decoded audio = Player.audio(url, 5);
    assertThat(audio.seconds()).as("sound of %s: %s", url, audio.said()).isBetween(4.9, 5.2);
  }

  private static void originRefusesWhoeverIsNotTheCdn(OnAir onAir, String hlsUrl)
      throws IOException, InterruptedException {
    URI viaEdge = URI.create(hlsUrl);
    String origin = Origins.hostOf(onAir.env("ONAIR_AWS_ENDPOINT"));
    assertThat(Origins.statusOf(onAir.env("ONAIR_AWS_ENDPOINT"), origin, viaEdge.getPath()))
        .isEqualTo(403);
    HttpResponse<Void> edge =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(viaEdge).build(), HttpResponse.BodyHandlers.discarding());
    assertThat(edge.statusCode()).isEqualTo(200);
  }

  private static void comesBackAfterTheEncoderWasKilled(
      Client client, GoLive live, JsonNode channel, TestBroadcast broadcast) throws Exception {
    ProcessHandle encoder = broadcast.process();
    assertThat(encoder).isNotNull();
    encoder.destroyForcibly();
    await()
        .atMost(PATIENCE)
        .until(() -> broadcast.process() != null && broadcast.process().pid() != encoder.pid());
    live.awaitStatus(channel, "live", PATIENCE);
    assertThat(client.channels().getChannel(channel.path("id").asString()).getStatus())
        .isEqualTo("live");
  }

  private static void deleteLeavesNothing(OnAir onAir, Client client, String id)
      throws ApiException {
    assertThat(client.channels().deleteChannel(id, null).getStatus()).isEqualTo("deleted");
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> Client.isGone(() -> client.channels().getChannel(id)));
    try (AwsInventory inventory = new AwsInventory(onAir.env("ONAIR_AWS_ENDPOINT"))) {
      assertThat(inventory.channelResources()).isEmpty();
    }
  }
}
