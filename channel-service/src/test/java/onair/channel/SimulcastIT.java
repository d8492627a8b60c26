package onair.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import onair.awslocal.junit.WithAwsLocal;
import onair.common.aws.AwsClients;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import tools.jackson.databind.JsonNode;

/** A channel that is pushed to servers of others, with servers that really listen and decode. */
@WithAwsLocal
@TestPropertySource(properties = "onair.outgoing.allowed-networks=127.0.0.0/8")
class SimulcastIT extends ServiceScenario {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String KEY = "a-key-of-the-far-end-7788";

  private final AwsClients clients;

  @TempDir private Path folder;

  @Autowired
  SimulcastIT(@LocalServerPort int port, AwsClients clients) {
    super(port);
    this.clients = clients;
  }

  @Test
  void twoServersDecodeTheBroadcastWhileAThirdIsDeadAndNobodyNotices() throws Exception {
    assertThat(as(OWNER).post("/v1/presets/ladders", Viewer.LADDER).status()).isEqualTo(201);
    String id = create("{\"name\":\"Show\",\"ladder\":\"tiny\"}").json().path("id").asString();
    int first = freePort();
    int second = freePort();
    String one = target(id, first);
    String dead = target(id, freePort());
    String other = target(id, second);

    try (Listener here = Listener.at(first, folder.resolve("one.png"));
        Listener there = Listener.at(second, folder.resolve("other.png"));
        MediaLiveClient live = clients.create(MediaLiveClient.builder())) {
      act(id, "start");
      awaitStatus(id, "waiting");
      assertThat(encoder(live, id).encoderSettings().outputGroups()).hasSize(4);
      awaitTarget(id, one, "starting");

      try (Sender sender = Sender.to(live, Color.RED)) {
        JsonNode errored = awaitTarget(id, dead, "errored");
        assertThat(errored.path("status_reason").asString()).contains(dead).doesNotContain(KEY);
        awaitTarget(id, one, "broadcasting");
        awaitTarget(id, other, "broadcasting");
        assertThat(here.colour()).isEqualTo("red");
        assertThat(there.colour()).isEqualTo("red");

        JsonNode channel = awaitStatus(id, "live");
        assertThat(channel.path("status_reason").isNull()).isTrue();
        assertThat(awaitTarget(id, dead, "errored").path("status_reason").asString()).isNotEmpty();

        String late = target(id, freePort());
        JsonNode waiting = awaitTarget(id, late, target -> !target.path("status_reason").isNull());
        assertThat(waiting.path("status").asString()).isEqualTo("idle");
        assertThat(waiting.path("status_reason").asString()).contains("next start");
        assertThat(as(OWNER).delete(path(id, dead)).json().path("status").asString())
            .isEqualTo("deleted");
        assertThat(encoder(live, id).encoderSettings().outputGroups()).hasSize(4);
        assertThat(get(id).path("status").asString()).isEqualTo("live");
        assertThat(as(OWNER).get(path(id, dead)).status()).isEqualTo(200);
      }
      act(id, "stop");
      awaitStatus(id, "idle");
      await().atMost(PATIENCE).until(() -> as(OWNER).get(path(id, dead)).status() == 404);
      awaitTarget(id, one, "idle");

      act(id, "start");
      awaitStatus(id, "waiting");
      assertThat(encoder(live, id).encoderSettings().outputGroups())
          .as("viewers, the two that stayed, and the late one")
          .hasSize(4)
          .noneMatch(group -> group.name().equals(dead));
      as(OWNER).delete("/v1/channels/" + id);
      awaitNotFound(id);
      assertThat(as(OWNER).get(path(id, one)).status()).isEqualTo(404);
    }
    assertThat(LocalCloud.everything(clients, "onair-test")).noneMatch(thing -> thing.contains(id));
  }

  @Test
  void theKeyIsShownToNobodyAndStrangersFindNothing() {
    String id = created();
    Reply made = post(id, body("rtmp://127.0.0.1:1935/live/"));
    assertThat(made.status()).isEqualTo(202);
    assertThat(made.json().path("stream_key").asString()).isEqualTo("********7788");
    assertThat(made.json().path("url").asString()).isEqualTo("rtmp://127.0.0.1:1935/live");
    String target = path(id, made.json().path("id").asString());
    assertThat(as(OWNER).get(target).json().toString()).doesNotContain(KEY);
    assertThat(as(OWNER).get("/v1/channels/" + id + "/simulcast-targets").json().toString())
        .contains("smt_")
        .doesNotContain(KEY);

    var stranger = as(caller("org_2", "channels:*"));
    assertThat(stranger.get(target).status()).isEqualTo(404);
    assertThat(stranger.delete(target).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/channels/" + id + "/simulcast-targets").status()).isEqualTo(404);
    assertThat(as(OWNER).get(target.replace(id, created())).status()).isEqualTo(404);

    as(OWNER).delete(target);
    await().atMost(PATIENCE).until(() -> as(OWNER).get(target).status() == 404);
  }

  @Test
  void whatTheEncoderCannotOrMayNotPushToIsRefused() {
    String id = created();
    for (String url :
        List.of(
            "rtmp://10.1.2.3/live",
            "rtmp://169.254.169.254/live",
            "https://example.com/live",
            "srt://127.0.0.1:9000",
            "rtmp://127.0.0.1:1935",
            "rtmp://127.0.0.1:1935/live?key=1",
            "rtmp://user:word@127.0.0.1/live",
            "rtmp://127.0.0.1:99999/live")) {
      Reply refused = post(id, body(url));
      assertThat(refused.status()).as(url).isEqualTo(422);
      assertThat(refused.problem().at("/violations/0/field").asString()).isEqualTo("url");
    }
    Reply keyless =
        post(
            id,
            "{\"name\":\"a\",\"url\":\"rtmp://127.0.0.1/live\",\"stream_key\":\"with a space\"}");
    assertThat(keyless.status()).isEqualTo(422);
    assertThat(keyless.problem().toString()).doesNotContain("with a space");

    for (int i = 0; i < 5; i++) {
      assertThat(post(id, body("rtmp://127.0.0.1:1935/live")).status()).isEqualTo(202);
    }
    Reply sixth = post(id, body("rtmp://127.0.0.1:1935/live"));
    assertThat(sixth.code()).isEqualTo("simulcast_target_limit_reached");
    assertThat(sixth.problem().path("limit").asInt()).isEqualTo(5);

    String dual =
        create("{\"name\":\"Twice\",\"pipelines\":\"dual\"}").json().path("id").asString();
    assertThat(post(dual, body("rtmp://127.0.0.1:1935/live")).code())
        .isEqualTo("pipelines_not_single");
  }

  @Test
  void aTargetIsBilledAsOneMoreOutputAndTheDryRunSaysSo() {
    String id = created();
    Reply plan =
        as(OWNER)
            .post(
                "/v1/channels/" + id + "/simulcast-targets?dry_run=true",
                body("rtmp://127.0.0.1:1935/live"));
    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.json().at("/price/parts/0/item").asString())
        .startsWith("medialive output avc hd");
    assertThat(as(OWNER).get("/v1/channels/" + id + "/simulcast-targets").json().path("data"))
        .isEmpty();
    int before = hdOutputs(id);
    assertThat(post(id, body("rtmp://127.0.0.1:1935/live")).status()).isEqualTo(202);
    assertThat(hdOutputs(id)).isEqualTo(before + 1);
  }

  private int hdOutputs(String id) {
    return as(OWNER)
        .post("/v1/channels/" + id + "/start?dry_run=true", "{}")
        .json()
        .at("/price/parts")
        .valueStream()
        .filter(part -> part.path("item").asString().startsWith("medialive output avc hd"))
        .mapToInt(part -> part.path("count").asInt())
        .sum();
  }

  private String target(String channel, int port) {
    Reply made = post(channel, body("rtmp://127.0.0.1:" + port + "/live"));
    assertThat(made.status()).isEqualTo(202);
    assertThat(made.json().path("status").asString()).isEqualTo("idle");
    return made.json().path("id").asString();
  }

  private Reply post(String channel, String body) {
    return as(OWNER).post("/v1/channels/" + channel + "/simulcast-targets", body);
  }

  private static String body(String url) {
    return "{\"name\":\"Page\",\"url\":\"%s\",\"stream_key\":\"%s\"}".formatted(url, KEY);
  }

  private static String path(String channel, String target) {
    return "/v1/channels/" + channel + "/simulcast-targets/" + target;
  }

  private JsonNode awaitTarget(String channel, String target, String status) {
    return awaitTarget(channel, target, found -> found.path("status").asString().equals(status));
  }

  private JsonNode awaitTarget(String channel, String target, Predicate<JsonNode> so) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> as(OWNER).get(path(channel, target)).json(), so);
  }

  private static DescribeChannelResponse encoder(MediaLiveClient live, String id) {
    String encoder =
        live.listChannelsPaginator(request -> {}).channels().stream()
            .filter(channel -> channel.name().equals(id))
            .filter(channel -> channel.state() != ChannelState.DELETED)
            .findFirst()
            .orElseThrow()
            .id();
    return live.describeChannel(request -> request.channelId(encoder));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Somebody else's server of RTMP, which keeps the last picture it has decoded. */
  private record Listener(Process ffmpeg, Path picture) implements AutoCloseable {

    static Listener at(int port, Path picture) throws IOException {
      String command =
          "ffmpeg -nostdin -loglevel error -f flv -listen 1 -i rtmp://127.0.0.1:%d/live/%s -an"
              + " -vf fps=1 -update 1 -y %s";
      return new Listener(
          new ProcessBuilder(List.of(command.formatted(port, KEY, picture).split(" ")))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start(),
          picture);
    }

    String colour() {
      return await().atMost(PATIENCE).until(this::decoded, colour -> !colour.equals("none"));
    }

    private String decoded() throws IOException {
      var image = Files.exists(picture) ? ImageIO.read(picture.toFile()) : null;
      if (image == null) {
        return "none";
      }
      var colour = new Color(image.getRGB(image.getWidth() / 2, image.getHeight() / 2));
      return colour.getRed() > 150 && colour.getGreen() < 90 && colour.getBlue() < 90
          ? "red"
          : "none";
    }

    @Override
    public void close() {
      ffmpeg.destroyForcibly().onExit().join();
    }
  }
}
