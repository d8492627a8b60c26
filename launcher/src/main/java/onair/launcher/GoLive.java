package onair.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onair.awslocal.media.encoder.FfmpegFinder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a streamer does with the API to go live, step by step. */
public final class GoLive {
  private static final Set<String> STARTABLE = Set.of("idle", "failed");

  private static final Set<Integer> AWAY = Set.of(502, 503, 504);

  private final Api api;
  private final Progress progress;
  private final HttpClient viewer =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private @Nullable TestBroadcast broadcast;
  private @Nullable String started;

  /**
   * @param api the platform
   * @param progress is told about each change of status
   */
  public GoLive(Api api, Progress progress) {
    this.api = api;
    this.progress = progress;
  }

  /** The channel of that name that an earlier demo made, else a new one. */
  public JsonNode channel(String name) throws InterruptedException {
    for (JsonNode channel : api.get("/v1/channels?limit=100").ok().path("data")) {
      if (channel.path("metadata").path("made_by").asString("").equals("demo")
          && !channel.path("status").asString().equals("deleted")) {
        return channel;
      }
    }
    progress.step("creating a channel");
    return api.post(
            "/v1/channels",
            Map.of(
                "name",
                name,
                "ladder",
                "720p",
                "record",
                true,
                "ads",
                Map.of("enabled", true),
                "metadata",
                Map.of("made_by", "demo")))
        .ok();
  }

  /** Starts a channel that is idle or failed; one that runs already is left alone. */
  public void start(JsonNode channel) throws InterruptedException {
    String id = id(channel);
    started = id;
    String status = api.get("/v1/channels/" + id).ok().path("status").asString();
    if (STARTABLE.contains(status)) {
      api.post("/v1/channels/" + id + "/start", Map.of()).ok();
    }
  }

  /**
   * Pushes the test broadcast to the channel's ingest until {@link #end}; ffmpeg's words go to that
   * log of the home.
   */
  public TestBroadcast push(Home home, JsonNode channel, String log) {
    JsonNode ingest = channel.path("ingest");
    TestBroadcast pushing =
        TestBroadcast.start(
            ffmpeg(home),
            ingest.path("url").asString(),
            ingest.path("stream_key").asString(),
            home.log(log));
    broadcast = pushing;
    return pushing;
  }

  /**
   * Waits until the channel has that status.
   *
   * @throws LauncherException when it fails or does not get there in time; the message has the
   *     channel
   */
  public JsonNode awaitStatus(JsonNode channel, String wanted, Duration patience)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    String shown = "";
    while (true) {
      JsonNode now = read("/v1/channels/" + id(channel), deadline);
      String status = now.path("status").asString();
      if (!status.equals(shown)) {
        progress.step("channel is " + status);
        shown = status;
      }
      if (status.equals(wanted)) {
        return now;
      }
      if (status.equals("failed") || Instant.now().isAfter(deadline)) {
        throw new LauncherException(
            "The channel did not become " + wanted + ": " + now.toPrettyString());
      }
      Thread.sleep(250);
    }
  }

  /** Waits until the HLS and the DASH manifest are served through the CDN edge. */
  public JsonNode awaitPlayable(JsonNode channel, Duration patience) throws InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    while (true) {
      JsonNode playback = read("/v1/playback/" + channel.path("playback_id").asString(), deadline);
      if (isServed(playback.path("hls_url")) && isServed(playback.path("dash_url"))) {
        return playback;
      }
      if (Instant.now().isAfter(deadline)) {
        throw new LauncherException(
            "The broadcast did not become playable: " + playback.toPrettyString());
      }
      Thread.sleep(200);
    }
  }

  /** Ends the push, stops the channel, and returns when it costs nothing any more. */
  public void end(Duration patience) throws InterruptedException {
    TestBroadcast pushing = broadcast;
    if (pushing != null) {
      pushing.close();
    }
    String id = started;
    if (id == null) {
      return;
    }
    api.post("/v1/channels/" + id + "/stop", Map.of());
    Instant deadline = Instant.now().plus(patience);
    while (!STARTABLE.contains(api.get("/v1/channels/" + id).ok().path("status").asString())) {
      if (Instant.now().isAfter(deadline)) {
        throw new LauncherException(
            "channel " + id + " is still running; it is stopped when the platform is up again");
      }
      Thread.sleep(250);
    }
  }

  /**
   * A part that is away for a moment is asked again until time is up; any other refusal is final.
   */
  private JsonNode read(String path, Instant deadline) throws InterruptedException {
    Api.Answer answer = api.get(path);
    while (AWAY.contains(answer.status()) && Instant.now().isBefore(deadline)) {
      Thread.sleep(250);
      answer = api.get(path);
    }
    return answer.ok();
  }

  private boolean isServed(JsonNode url) throws InterruptedException {
    if (!url.isString()) {
      return false;
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url.asString())).timeout(Duration.ofSeconds(5)).build();
      return viewer.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The same ffmpeg that encodes. */
  static Path ffmpeg(Home home) {
    String searchPath = System.getenv().getOrDefault("PATH", "");
    try {
      return new FfmpegFinder(null, searchPath, home.data("aws-local").resolve("ffmpeg"))
          .find()
          .path();
    } catch (IOException e) {
      throw new LauncherException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String id(JsonNode channel) {
    return Objects.requireNonNull(channel.path("id").asString());
  }
}
