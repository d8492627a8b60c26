package onair.vod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;

/** Real files become assets that play, or end with the reason and without a job. */
class AssetIT extends VodScenario {

  private final StoredFiles stored;
  private final MediaConvertClient mediaConvert;
  private final JdbcClient jdbc;
  private final HeardEvents heard;

  @TempDir private Path folder;

  @Autowired
  AssetIT(
      @LocalServerPort int port,
      S3Client s3,
      MediaConvertClient mediaConvert,
      JdbcClient jdbc,
      HeardEvents heard) {
    super(port);
    this.stored = new StoredFiles(s3);
    this.mediaConvert = mediaConvert;
    this.jdbc = jdbc;
    this.heard = heard;
  }

  private List<Job> jobs(String asset) {
    return mediaConvert.listJobsPaginator(request -> {}).jobs().stream()
        .filter(job -> job.userMetadata().getOrDefault("onair:resource", "").startsWith(asset))
        .toList();
  }

  @Test
  void anUploadedFilmPlaysByHlsAndDashAndAsOneFileAndGoesWithoutATrace() throws IOException {
    JsonNode upload = sendAll(Films.film(folder, 3, "428x240"), true);
    String id = upload.path("asset_id").asString();

    JsonNode ready = awaitEnd(id);
    assertThat(ready.path("status").asString()).as(ready.toString()).isEqualTo("ready");
    assertThat(ready.path("duration_seconds").asDouble()).isBetween(2.9, 3.2);
    assertThat(ready.path("width").asInt()).isEqualTo(428);
    assertThat(ready.path("progress").path("percent").asInt()).isEqualTo(100);
    assertThat(ready.path("hls_url").isNull()).as("no distribution yet").isTrue();
    jdbc.sql("insert into distribution (id, version, base_url) values ('d', 1, 'http://edge')")
        .update();
    assertThat(asset(id).path("hls_url").asString())
        .isEqualTo("http://edge/vod/" + id + "/index.m3u8");
    Path files = stored.downloaded(id, folder);
    assertThat(Films.frames(files.resolve("index.m3u8"))).isBetween(74, 76);
    assertThat(Films.frames(files.resolve("index.mpd"))).isBetween(74, 76);
    assertThat(Films.frames(files.resolve("download.mp4"))).isBetween(74, 76);
    for (String url : List.of("thumbnail_url", "mp4_url", "dash_url")) {
      String address = asset(id).path(url).asString();
      assertThat(stored.keys(address.substring("http://edge/".length()))).as(url).hasSize(1);
    }
    assertThat(jobs(id)).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(heard.about(id))
                    .containsExactly(
                        "asset.created", "asset.probing", "asset.processing", "asset.ready"));
    assertThat(heard.data("asset.ready", id).path("origin_path").asString())
        .isEqualTo("/vod/" + id);

    Reply patched = as(OWNER).patch("/v1/assets/" + id, "{\"name\": \"Other\"}");
    assertThat(patched.json().path("name").asString()).isEqualTo("Other");
    assertThat(as(OWNER).get("/v1/assets?status=ready&metadata%5Bcrew%5D=a").json().path("data"))
        .anyMatch(listed -> listed.path("id").asString().equals(id));
    assertThat(as(OWNER).delete("/v1/assets/" + id).status()).isEqualTo(202);
    awaitGone(id);
    assertThat(stored.keys("vod/" + id + "/")).isEmpty();
    assertThat(stored.keys("uploads/" + id + "/")).isEmpty();
  }

  @Test
  void badFilesEndErroredWithTheReasonAndNoJobIsPaid() throws IOException {
    byte[] film = Files.readAllBytes(faststart());
    record Bad(String what, byte[] file, String said) {}
    List<Bad> corpus =
        List.of(
            new Bad("empty", new byte[0], "empty"),
            new Bad("text", "no film".getBytes(StandardCharsets.UTF_8), "not a video"),
            new Bad("program", program(), "not a video"),
            new Bad("cut", Arrays.copyOf(film, film.length * 2 / 3), "cut off"),
            new Bad("no index", withoutIndex(), "no index"),
            new Bad(
                "sound",
                Films.made(
                    folder.resolve("a.m4a"), "-f", "lavfi", "-i", "sine", "-t", "1", "-c:a", "aac"),
                "no picture"),
            new Bad(
                "huge",
                Films.made(
                    folder.resolve("huge.mkv"),
                    "-f",
                    "lavfi",
                    "-i",
                    "color=size=8000x64:rate=1",
                    "-t",
                    "2",
                    "-c:v",
                    "mjpeg"),
                "8000 x 64"),
            new Bad(
                "no duration",
                Films.made(
                    folder.resolve("still.png"), "-f", "lavfi", "-i", "color", "-frames:v", "1"),
                ""));
    List<String> ids =
        corpus.stream().map(bad -> sendAll(bad.file(), false).path("asset_id").asString()).toList();
    for (int i = 0; i < ids.size(); i++) {
      JsonNode ended = awaitEnd(ids.get(i));
      assertThat(ended.path("status").asString()).as(corpus.get(i).what()).isEqualTo("errored");
      assertThat(ended.path("status_reason").asString())
          .as(corpus.get(i).what())
          .contains(corpus.get(i).said())
          .doesNotContain("s3://");
      assertThat(jobs(ids.get(i))).as(corpus.get(i).what()).isEmpty();
    }
  }

  private JsonNode awaitEnd(String id) {
    return awaitAsset(
        id, asset -> List.of("ready", "errored").contains(asset.path("status").asString()));
  }

  /** As somebody sends who has given a program another name: how Windows' programs begin. */
  private static byte[] program() {
    byte[] program = new byte[64 * 1024];
    new Random(1).nextBytes(program);
    byte[] begins = "MZ\u0090\0\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(begins, 0, program, 0, begins.length);
    return program;
  }

  private Path faststart() {
    Films.film(folder, 2, "320x180");
    Path whole = folder.resolve("whole.mp4");
    Films.made(
        whole, "-i", folder.resolve("film.mp4").toString(), "-c", "copy", "-movflags", "faststart");
    return whole;
  }

  /** As a recording that was cut off: media without the index behind it. */
  private byte[] withoutIndex() {
    byte[] film = Films.film(folder, 2, "320x180");
    String text = new String(film, StandardCharsets.ISO_8859_1);
    return Arrays.copyOf(film, text.lastIndexOf("moov") - 4);
  }

  @Test
  void anAssetDeletedWhileItIsMadeLeavesNothingBehind() {
    JsonNode upload = sendAll(Films.film(folder, 20, "1280x720"), false);
    String id = upload.path("asset_id").asString();
    awaitAsset(id, asset -> !jobs(id).isEmpty());

    assertThat(as(OWNER).delete("/v1/assets/" + id).json().path("status").asString())
        .isEqualTo("deleted");
    awaitGone(id);

    assertThat(jobs(id)).extracting(Job::statusAsString).containsExactly("CANCELED");
    assertThat(stored.keys("vod/" + id + "/")).isEmpty();
    assertThat(stored.keys("uploads/" + id + "/")).isEmpty();
  }
}
