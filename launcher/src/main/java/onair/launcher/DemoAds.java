package onair.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A film on demand and, made of the same file, an ad with its campaign. */
final class DemoAds {
  private static final String NAME = "Ten red seconds";
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Api api;
  private final Progress progress;
  private final Home home;

  DemoAds(Api api, Progress progress, Home home) {
    this.api = api;
    this.progress = progress;
    this.home = home;
  }

  /**
   * Uploads the film, unless an earlier demo did, waits until it plays, and has a campaign show it
   * in ad breaks.
   *
   * @return the asset
   */
  JsonNode prepare() throws InterruptedException {
    Library library = new Library(api, progress);
    JsonNode known = library.find(NAME);
    JsonNode film =
        library.awaitStatus(known.isMissingNode() ? upload(library) : known, "ready", PATIENCE);
    if (api.get("/v1/campaigns?limit=100").ok().path("data").isEmpty()) {
      advertise(film);
    }
    return film;
  }

  private JsonNode upload(Library library) throws InterruptedException {
    try {
      Path file = Files.createTempFile("onair-demo", ".mp4");
      try {
        TestClip.make(GoLive.ffmpeg(home), file, "red", 880, 10);
        return library.upload(file, NAME, true);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void advertise(JsonNode film) throws InterruptedException {
    progress.step("making an ad of it, and a campaign");
    JsonNode creative = creative(film);
    api.post(
            "/v1/campaigns",
            Map.of(
                "name",
                "Demo",
                "creative_ids",
                List.of(creative.path("id").asString()),
                "status",
                "active"))
        .ok();
  }

  /** Who advertises hears of a ready film a moment after it is ready. */
  private JsonNode creative(JsonNode film) throws InterruptedException {
    Map<String, String> request = Map.of("name", NAME, "asset_id", film.path("id").asString());
    Instant deadline = Instant.now().plusSeconds(30);
    Api.Answer answer = api.post("/v1/creatives", request);
    while (answer.status() == 422 && Instant.now().isBefore(deadline)) {
      Thread.sleep(250);
      answer = api.post("/v1/creatives", request);
    }
    return answer.ok();
  }
}
