package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import onair.launcher.Api;
import onair.launcher.Library;
import onair.launcher.Progress;
import onair.launcher.TestClip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A file on demand: sent in parts, cut off and resumed, played through the CDN, and removed. */
@ExtendWith(OnAir.Extension.class)
class UploadE2E {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int SECONDS = 6;
  private static final HttpClient STORAGE = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void anUploadThatWasCutOffIsResumedAndPlaysByHlsAndDash(OnAir onAir) throws Exception {
    Api api = onAir.api();
    Library library = new Library(api, new Progress(System.out));
    byte[] file = padded(clip());
    JsonNode begun = begin(api, "Opening night", file.length);
    String path = "/v1/uploads/" + begun.path("id").asString();
    assertThat(begun.path("parts").size()).isGreaterThan(1);
    send(begun.path("parts").get(0), begun, file);

    JsonNode resumed = api.get(path).ok();
    assertThat(resumed.path("status").asString()).isEqualTo("uploading");
    List<Map<String, Object>> parts = new ArrayList<>();
    for (JsonNode part : resumed.path("parts")) {
      boolean there = part.path("uploaded").asBoolean();
      assertThat(there).isEqualTo(part.path("number").asInt() == 1);
      parts.add(
          Map.of(
              "number",
              part.path("number").asInt(),
              "etag",
              there ? part.path("etag").asString() : send(part, resumed, file)));
    }
    var wrong = new ArrayList<>(parts);
    wrong.set(0, Map.of("number", 1, "etag", "00000000000000000000000000000000"));
    assertThat(api.post(path + "/complete", Map.of("parts", wrong)).status()).isEqualTo(422);
    assertThat(api.post(path + "/complete", Map.of("parts", parts)).status()).isEqualTo(202);

    JsonNode asset = api.get("/v1/assets/" + begun.path("asset_id").asString()).ok();
    JsonNode ready = library.awaitStatus(asset, "ready", PATIENCE);
    assertThat(ready.path("duration_seconds").asDouble()).isBetween(SECONDS - 0.1, SECONDS + 0.2);
    assertThat(ready.path("progress").path("percent").asInt()).isEqualTo(100);
    assertThat(api.get(path).ok().path("status").asString()).isEqualTo("completed");
    plays(api, ready);
    goesWithoutATrace(api, ready);
  }

  private static void plays(Api api, JsonNode asset) throws IOException, InterruptedException {
    JsonNode playback =
        await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(250))
            .until(
                () -> api.get("/v1/playback/" + asset.path("playback_id").asString()).body(),
                body -> body.path("hls_url").isString());
    for (String kind : List.of("hls_url", "dash_url")) {
      String url = playback.path(kind).asString();
      assertThat(Player.streams(url))
          .as(url)
          .contains("video,1280,720")
          .anyMatch(stream -> stream.startsWith("audio"))
          .noneMatch(stream -> stream.equals("video,1920,1080"));
      Player.Decoded video = Player.video(url, 0, 2 * SECONDS);
      assertThat(video.frames())
          .as("frames of %s: %s", url, video.said())
          .isBetween(SECONDS * 30L - 2, SECONDS * 30L + 2);
    }
    assertThat(status(asset.path("thumbnail_url").asString())).isEqualTo(200);
    assertThat(status(asset.path("mp4_url").asString())).isEqualTo(200);
  }

  private static void goesWithoutATrace(Api api, JsonNode asset) throws InterruptedException {
    String path = "/v1/assets/" + asset.path("id").asString();
    assertThat(api.delete(path).status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> api.get(path).status() == 404);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(
            () -> api.get("/v1/playback/" + asset.path("playback_id").asString()).status() == 404);
  }

  @Test
  void badFilesEndErroredWithTheirReason(OnAir onAir) throws Exception {
    Api api = onAir.api();
    byte[] clip = clip();
    Map<String, byte[]> bad =
        Map.of(
            "empty", new byte[0],
            "text", "this is no film".getBytes(StandardCharsets.UTF_8),
            "cut off", Arrays.copyOf(clip, clip.length / 2));
    for (Map.Entry<String, byte[]> file : bad.entrySet()) {
      JsonNode begun = begin(api, file.getKey(), file.getValue().length);
      String etag = send(begun.path("parts").get(0), begun, file.getValue());
      api.post(
              "/v1/uploads/" + begun.path("id").asString() + "/complete",
              Map.of("parts", List.of(Map.of("number", 1, "etag", etag))))
          .ok();
      String asset = "/v1/assets/" + begun.path("asset_id").asString();
      JsonNode errored =
          await()
              .atMost(PATIENCE)
              .pollInterval(Duration.ofMillis(250))
              .until(
                  () -> api.get(asset).ok(),
                  body -> body.path("status").asString().equals("errored"));
      assertThat(errored.path("status_reason").asString()).as(file.getKey()).isNotBlank();
    }
  }

  private static JsonNode begin(Api api, String name, long size) throws InterruptedException {
    return api.post(
            "/v1/uploads",
            Map.of(
                "file_name",
                name + ".mp4",
                "size_bytes",
                size,
                "content_type",
                "video/mp4",
                "asset",
                Map.of("name", name, "mp4_download", true)))
        .ok();
  }

  private static String send(JsonNode part, JsonNode upload, byte[] file)
      throws IOException, InterruptedException {
    int from = (int) ((part.path("number").asInt() - 1) * upload.path("part_size_bytes").asLong());
    int size = (int) part.path("size_bytes").asLong();
    HttpResponse<String> answer =
        STORAGE.send(
            HttpRequest.newBuilder(URI.create(part.path("url").asString()))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file, from, size))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static int status(String url) throws IOException, InterruptedException {
    return STORAGE
        .send(
            HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private byte[] clip() throws IOException, InterruptedException {
    return Files.readAllBytes(
        TestClip.make(Path.of("ffmpeg"), folder.resolve("clip.mp4"), "navy", 440, SECONDS));
  }

  /** A box that players skip makes the file long enough for several parts. */
  private static byte[] padded(byte[] clip) {
    byte[] filling = new byte[9 * 1024 * 1024];
    new Random(1).nextBytes(filling);
    ByteBuffer.wrap(filling).putInt(filling.length).put("free".getBytes(StandardCharsets.US_ASCII));
    var file = new ByteArrayOutputStream();
    file.writeBytes(clip);
    file.writeBytes(filling);
    return file.toByteArray();
  }
}
