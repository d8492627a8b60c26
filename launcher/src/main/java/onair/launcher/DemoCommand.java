package onair.launcher;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/**
 * From nothing to a real broadcast on air: starts the platform, makes a channel, pushes a test
 * card, waits until it plays.
 */
@Command(
    name = "demo",
    description = "Start everything and put a real test broadcast on air; Ctrl-C stops it.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Override
  public Integer call() throws InterruptedException {
    Home home = Launcher.home();
    Progress progress = new Progress(System.out);
    System.out.println("Starting OnAir");
    RunningPlatform platform =
        RunningPlatform.start(
            Installation.current(), home, Ports.of(home, System.getenv()), progress);
    Map<String, String> env = platform.localEnv();
    Api api =
        new Api(
            URI.create(env.getOrDefault("ONAIR_URL", "")), env.getOrDefault("ONAIR_API_KEY", ""));
    GoLive live = new GoLive(api, progress);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(live, platform, stopped)));

    JsonNode channel = live.channel("Test card");
    Instant begun = Instant.now();
    live.start(channel);
    live.push(home, channel, "test-broadcast");
    live.awaitStatus(channel, "live", Duration.ofSeconds(90));
    JsonNode playback = live.awaitPlayable(channel, Duration.ofSeconds(60));
    progress.step(
        "on air %.1f s after start"
            .formatted(Duration.between(begun, Instant.now()).toMillis() / 1000.0));

    System.out.println(Addresses.of(env, new Secrets(home)).text());
    String site = env.get("ONAIR_URL");
    String page = site + "/channels/" + channel.path("id").asString();
    System.out.printf(
        "On air: \"%s\", recorded, with ads%n  Its page    %s%n  Player      %s%n  HLS         %s%n  DASH        %s%n%n",
        channel.path("name").asString(),
        page,
        player(site, channel),
        playback.path("hls_url").asString(),
        playback.path("dash_url").asString());
    JsonNode film = new DemoAds(api, progress, home).prepare();
    JsonNode filmPlayback = api.get("/v1/playback/" + film.path("playback_id").asString()).ok();
    System.out.printf(
        "On demand: \"%s\"%n  Player      %s%n  HLS         %s%n  Download    %s%n%nBreak for a ten-second ad (the first one only has it prepared, as MediaTailor does) on %s/breaks, or:%n  curl -X POST %s/v1/channels/%s/ad-breaks -H 'Authorization: Bearer %s' -H 'Content-Type: application/json' -d '{\"duration_seconds\": 10}'%n%nCtrl-C stops the broadcast and the platform; the recording is an asset then.%n",
        film.path("name").asString(),
        player(site, film),
        filmPlayback.path("hls_url").asString(),
        film.path("mp4_url").asString(),
        page,
        site,
        channel.path("id").asString(),
        env.get("ONAIR_API_KEY"));
    stopped.await();
    return 0;
  }

  /** Where viewers watch, signed in or not. */
  private static String player(@Nullable String site, JsonNode played) {
    return site + "/embed/" + played.path("playback_id").asString();
  }

  private static void stop(GoLive live, RunningPlatform platform, CountDownLatch stopped) {
    System.out.println("Stopping the broadcast and OnAir");
    try {
      live.end(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (LauncherException e) {
      System.out.println("  ✗ the channel was not stopped: " + e.getMessage());
    }
    platform.close();
    stopped.countDown();
  }
}
