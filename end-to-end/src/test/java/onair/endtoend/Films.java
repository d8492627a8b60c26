package onair.endtoend;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onair.launcher.Library;
import onair.launcher.Progress;
import onair.launcher.TestClip;
import onair.test.TestApi.Reply;
import tools.jackson.databind.JsonNode;

/** Assets of an organization and the ads made of them, one asset ready; each as its path. */
final class Films {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Tenant tenant;
  private final JsonNode film;
  private volatile String completing = "{}";

  /** The film becomes ready by itself; whoever needs that waits for it. */
  Films(OnAir onAir, Tenant tenant, Path folder) throws InterruptedException {
    this.tenant = tenant;
    var library = new Library(onAir.api(tenant.secret()), new Progress(System.out));
    Path clip = TestClip.make(Path.of("ffmpeg"), folder.resolve("film.mp4"), "teal", 440, 2);
    this.film = library.upload(clip, "A film", true);
  }

  String upload() {
    return "/v1/uploads/" + begun().path("id").asString();
  }

  String asset() {
    return "/v1/assets/" + begun().path("asset_id").asString();
  }

  /** An upload whose only part was sent. */
  String sentUpload() {
    JsonNode upload = begun();
    JsonNode part = upload.path("parts").path(0);
    try (HttpClient storage = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer =
          storage.send(
              HttpRequest.newBuilder(URI.create(part.path("url").asString()))
                  .PUT(HttpRequest.BodyPublishers.ofByteArray(new byte[100]))
                  .build(),
              HttpResponse.BodyHandlers.discarding());
      String etag = answer.headers().firstValue("ETag").orElseThrow();
      completing = Tenant.text(Map.of("parts", List.of(Map.of("number", 1, "etag", etag))));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return "/v1/uploads/" + upload.path("id").asString();
  }

  /** What the upload that was sent last is completed with. */
  String completing() {
    return completing;
  }

  private JsonNode begun() {
    return tenant.made(
        "/v1/uploads",
        Map.of(
            "file_name",
            "a.mp4",
            "size_bytes",
            100,
            "content_type",
            "video/mp4",
            "asset",
            Map.of("name", "Never ready")));
  }

  String creative() {
    return "/v1/creatives/" + told("/v1/creatives", film()).path("id").asString();
  }

  /** Ready, as ads-service knows. */
  String aboutTheFilm() {
    creative();
    return film();
  }

  String readyAsset() {
    creative();
    return "/v1/assets/" + film.path("id").asString();
  }

  /** Of the asset that is ready. */
  String caption() {
    String captions = readyAsset() + "/captions";
    return captions + "/" + told(captions, newCaption()).path("id").asString();
  }

  /** Of a name that no other has. */
  static String newCaption() {
    return Tenant.text(
        Map.of(
            "language",
            "en",
            "name",
            "English " + UUID.randomUUID(),
            "webvtt",
            "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nGood evening."));
  }

  private String film() {
    return Tenant.text(Map.of("name", "Ad", "asset_id", film.path("id").asString()));
  }

  String campaign() {
    return tenant.in(
        "/v1/campaigns", Map.of("name", "Campaign", "creative_ids", List.of(creativeId())));
  }

  String creativeId() {
    String path = creative();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String adConfiguration() {
    String at = "/v1/ad-configurations";
    return at + "/" + told(at, aboutAFilm()).path("id").asString();
  }

  /** An asset that has no ads yet, and of which ads-service has heard. */
  String aboutAFilm() {
    String asset = Tenant.json(tenant.owner().get(asset())).path("playback_id").asString();
    String body = Tenant.text(Map.of("playback_id", asset, "pre_roll_seconds", 15));
    told("/v1/ad-configurations?dry_run=true", body);
    return body;
  }

  /** Posts until a service has heard of what the body is about. */
  private JsonNode told(String path, String body) {
    Reply reply =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(200))
            .until(() -> tenant.owner().post(path, body), tried -> tried.status() != 422);
    return Tenant.json(reply);
  }
}
