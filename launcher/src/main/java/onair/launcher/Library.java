package onair.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a partner does with the API to have a file play on demand, step by step. */
public final class Library {
  private final Api api;
  private final Progress progress;
  private final HttpClient storage =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /**
   * @param api the platform
   * @param progress is told about each change of status
   */
  public Library(Api api, Progress progress) {
    this.api = api;
    this.progress = progress;
  }

  /** The newest asset of that name that an earlier demo made, else nothing to be found. */
  public JsonNode find(String name) throws InterruptedException {
    for (JsonNode asset : api.get("/v1/assets?limit=100&metadata.made_by=demo").ok().path("data")) {
      boolean usable = !List.of("errored", "deleted").contains(asset.path("status").asString());
      if (asset.path("name").asString().equals(name) && usable) {
        return asset;
      }
    }
    return MissingNode.getInstance();
  }

  /**
   * Sends a file part by part to the addresses it is given, and completes the upload.
   *
   * @param mp4Download whether one file for download is made too, as ad creatives need it
   * @return the asset it becomes, which is not ready yet
   * @throws LauncherException when a part is refused
   */
  public JsonNode upload(Path file, String name, boolean mp4Download) throws InterruptedException {
    try {
      progress.step("uploading " + name);
      JsonNode upload = begin(file, name, mp4Download);
      List<Map<String, Object>> parts = new ArrayList<>();
      for (JsonNode part : upload.path("parts")) {
        int number = part.path("number").asInt();
        byte[] bytes = slice(file, number, upload.path("part_size_bytes").asLong());
        parts.add(Map.of("number", number, "etag", send(part.path("url").asString(), bytes)));
      }
      String id = upload.path("id").asString();
      api.post("/v1/uploads/" + id + "/complete", Map.of("parts", parts)).ok();
      return api.get("/v1/assets/" + upload.path("asset_id").asString()).ok();
    } catch (IOException e) {
      throw new LauncherException("The file " + file + " cannot be sent: " + e.getMessage(), e);
    }
  }

  /**
   * Waits until the asset has that status.
   *
   * @throws LauncherException when it fails or does not get there in time; the message has the
   *     asset
   */
  public JsonNode awaitStatus(JsonNode asset, String wanted, Duration patience)
      throws InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    String shown = "";
    while (true) {
      JsonNode now = api.get("/v1/assets/" + asset.path("id").asString()).ok();
      String status = now.path("status").asString();
      if (!status.equals(shown)) {
        progress.step("%s is %s".formatted(now.path("name").asString(), status));
        shown = status;
      }
      if (status.equals(wanted)) {
        return now;
      }
      if (status.equals("errored") || Instant.now().isAfter(deadline)) {
        throw new LauncherException(
            "The asset did not become " + wanted + ": " + now.toPrettyString());
      }
      Thread.sleep(250);
    }
  }

  private JsonNode begin(Path file, String name, boolean mp4Download)
      throws IOException, InterruptedException {
    return api.post(
            "/v1/uploads",
            Map.of(
                "file_name", Objects.toString(file.getFileName()),
                "size_bytes", Files.size(file),
                "content_type", "video/mp4",
                "asset",
                    Map.of(
                        "name", name,
                        "mp4_download", mp4Download,
                        "metadata", Map.of("made_by", "demo"))))
        .ok();
  }

  private String send(String url, byte[] bytes) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(Duration.ofMinutes(1))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
            .build();
    HttpResponse<String> answer = storage.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(
          "storage answered %d: %s".formatted(answer.statusCode(), answer.body()));
    }
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static byte[] slice(Path file, int number, long partSize) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long begin = (number - 1) * partSize;
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(partSize, channel.size() - begin));
      channel.position(begin);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // until the part is whole
      }
      return bytes.array();
    }
  }
}
