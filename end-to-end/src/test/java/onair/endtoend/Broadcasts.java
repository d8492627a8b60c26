package onair.endtoend;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import onair.launcher.GoLive;
import onair.launcher.Home;
import onair.launcher.Progress;
import onair.test.TestApi;
import tools.jackson.databind.JsonNode;

/** Channels of an organization and what is below them, one of them on air; each as its path. */
final class Broadcasts implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String CHANNELS = "/v1/channels";

  private final Tenant tenant;
  private final AtomicInteger breaks = new AtomicInteger();
  private final GoLive live;
  private final JsonNode onAirChannel;
  private final Thread sending;

  /** Goes on air by itself; whoever needs that waits for it. */
  Broadcasts(OnAir onAir, Tenant tenant) {
    this.tenant = tenant;
    this.live = new GoLive(onAir.api(tenant.secret()), new Progress(System.out));
    this.onAirChannel = tenant.made(CHANNELS, Map.of("name", "On air", "ladder", "540p"));
    this.sending = Thread.ofVirtual().start(() -> send(onAir.home()));
  }

  private void send(Home home) {
    try {
      live.start(onAirChannel);
      live.awaitStatus(onAirChannel, "waiting", PATIENCE);
      live.push(home, onAirChannel, "push-access");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** At rest. */
  String channel(String protocol) {
    return tenant.in(
        CHANNELS,
        Map.of(
            "name",
            "At rest",
            "ladder",
            "540p",
            "ingest",
            Map.of("protocol", protocol, "allowed_cidrs", List.of("127.0.0.0/8"))));
  }

  String started() {
    String channel = channel("rtmp");
    tenant.made(channel + "/start", Map.of());
    return channel;
  }

  String operation() {
    JsonNode channel = Tenant.json(tenant.owner().get(channel("rtmp")));
    return "/v1/operations/" + channel.path("operation_id").asString();
  }

  String share() {
    return tenant.in(
        channel("srt") + "/shares",
        Map.of("name", "Partner", "allowed_cidrs", List.of("198.51.100.0/24")));
  }

  String simulcastTarget() {
    return tenant.in(channel("rtmp") + "/simulcast-targets", page());
  }

  /** Of a channel that is never started, so that nobody is called there. */
  static Map<String, ?> page() {
    return Map.of("name", "Page", "url", "rtmp://1.1.1.1/live", "stream_key", "abcd-1234");
  }

  /** On air when it is told; a busy machine may lose the broadcast for a moment. */
  String onAir() {
    String channel = CHANNELS + "/" + onAirChannel.path("id").asString();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                Tenant.json(tenant.owner().get(channel)).path("status").asString().equals("live"));
    return channel;
  }

  /** On air, for a day at most: a timer of it counts. */
  String limited() {
    String channel = onAir();
    tenant.owner().patch(channel + "/timers", "{\"maximum_duration_seconds\":86400}");
    return channel;
  }

  String ladder() {
    return "/v1/presets/ladders/"
        + tenant.made("/v1/presets/ladders", newLadder()).path("name").asString();
  }

  /** Of a name that no other has. */
  static Map<String, Object> newLadder() {
    return Map.of(
        "name",
        "ours-" + UUID.randomUUID().toString().substring(0, 8),
        "frame_rate",
        30,
        "video",
        List.of(
            Map.of("name", "720p", "width", 1280, "height", 720, "bits_per_second", 3_000_000)));
  }

  /** Of a channel that does nothing. */
  String budget() {
    String budget = channel("rtmp").replace(CHANNELS, "/v1/budgets");
    tenant.owner().put(budget, limit());
    return budget;
  }

  static String limit() {
    return "{\"limit\":{\"amount\":\"250\",\"currency\":\"USD\"}}";
  }

  String playback() {
    onAir();
    return "/v1/playback/" + onAirChannel.path("playback_id").asString();
  }

  /** Of the broadcast, hours ahead and no two at once. */
  String adBreak() {
    return tenant.in(onAir() + "/ad-breaks", newAdBreak());
  }

  /** At a time at which there is no other. */
  Map<String, Object> newAdBreak() {
    Instant at = Instant.now().plus(Duration.ofHours(1L + breaks.incrementAndGet()));
    return Map.of("duration_seconds", 10, "start_at", at.toString());
  }

  /** One that was signalled, and of which ads-service has heard. */
  String reportedAdBreak() {
    String adBreak = tenant.in(onAir() + "/ad-breaks", Map.of("duration_seconds", 5));
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> tenant.owner().get(adBreak + "/report").status() == 200);
    return adBreak;
  }

  /** A channel of its own that was never started. */
  String disabled() {
    String channel = channel("rtmp");
    tenant.owner().post(channel + "/disable", "{}");
    return channel;
  }

  /** One that is planned, of a channel of its own. */
  String planned() {
    return tenant.in(channel("rtmp") + "/broadcasts", inAnHour());
  }

  static Map<String, String> inAnHour() {
    return Map.of("start_at", Instant.now().plus(Duration.ofHours(1)).toString());
  }

  /** Of the broadcast, days ahead. */
  String scheduleAction() {
    Instant at = Instant.now().plus(Duration.ofDays(1));
    return tenant.in(
        onAir() + "/schedule",
        Map.of("kind", "id3", "id3", Map.of("text", "Later"), "start_at", at.toString()));
  }

  String session() {
    return tenant.first(onAir() + "/sessions");
  }

  /** On air for so long that a second of it can be played. */
  String clippable() {
    String channel = onAir();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () ->
                Tenant.json(tenant.owner().get(channel + "/sessions"))
                    .at("/data/0/started_at")
                    .asString(""),
            at -> !at.isEmpty() && Instant.parse(at).isBefore(Instant.now().minusSeconds(2)));
    return channel;
  }

  /** Of the broadcast. */
  String clip() {
    return tenant.in(clippable() + "/clips", newClip());
  }

  static Map<String, Object> newClip() {
    return Map.of("name", "The goal", "last_seconds", 1);
  }

  /** Ends the broadcast and removes every channel, and returns when AWS has nothing of them. */
  @Override
  public void close() throws InterruptedException {
    sending.join();
    live.end(PATIENCE);
    TestApi owner = tenant.owner();
    String all = CHANNELS + "?limit=100";
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              List<String> left =
                  Tenant.json(owner.get(all))
                      .path("data")
                      .valueStream()
                      .map(channel -> CHANNELS + "/" + channel.path("id").asString())
                      .toList();
              left.forEach(owner::delete);
              return left.isEmpty();
            });
  }
}
