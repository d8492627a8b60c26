package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import onair.client.ApiException;
import onair.client.model.Asset;
import onair.client.model.AssetRequest;
import onair.client.model.Playback;
import onair.client.model.Upload;
import onair.client.model.UploadCompleteRequest;
import onair.client.model.UploadPart;
import onair.client.model.UploadRequest;
import onair.client.model.UploadSentPart;
import onair.launcher.TestClip;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A file on demand: sent in parts, cut off and resumed, played through the CDN, and removed. */
@ExtendWith(OnAir.Extension.class)
class UploadE2E {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int SECONDS = 6;
  private static final HttpClient STORAGE = HttpClient.newHttpClient();

  @TempDir private Path folder;

  @Test
  void anUploadThatWasCutOffIsResumedAndPlaysByHlsAndDash(OnAir onAir) throws Exception {
    Client client = onAir.client();
    byte[] file = padded(clip());
    Upload begun = begin(client, "Opening night", file.length);
    assertThat(begun.getParts()).hasSizeGreaterThan(1);
    send(begun.getParts().getFirst(), begun, file);

    Upload resumed = client.uploads().getUpload(begun.getId());
    assertThat(resumed.getStatus()).isEqualTo("uploading");
    List<UploadSentPart> parts = new ArrayList<>();
    for (UploadPart part : resumed.getParts()) {
      assertThat(part.getUploaded()).isEqualTo(part.getNumber() == 1);
      parts.add(
          sent(part.getNumber(), part.getUploaded() ? part.getEtag() : send(part, resumed, file)));
    }
    var wrong = new ArrayList<>(parts);
    wrong.set(0, sent(1, "00000000000000000000000000000000"));
    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> complete(client, begun, wrong))
        .satisfies(refused -> assertThat(refused.getCode()).isEqualTo(422));
    complete(client, begun, parts);

    Asset ready = await(client, begun.getAssetId(), "ready");
    assertThat(ready.getDurationSeconds()).isBetween(SECONDS - 0.1, SECONDS + 0.2);
    assertThat(ready.getProgress().getPercent()).isEqualTo(100);
    assertThat(client.uploads().getUpload(begun.getId()).getStatus()).isEqualTo("completed");
    plays(client, ready);
    goesWithoutATrace(client, ready);
  }

  private static UploadSentPart sent(int number, String etag) {
    return new UploadSentPart().number(number).etag(etag);
  }

  private static void complete(Client client, Upload upload, List<UploadSentPart> parts)
      throws ApiException {
    client
        .uploads()
        .completeUpload(upload.getId(), Client.key(), new UploadCompleteRequest().parts(parts));
  }

  private static Asset await(Client client, String id, String status) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> client.assets().getAsset(id), asset -> asset.getStatus().equals(status));
  }

  private static void plays(Client client, Asset asset) throws IOException, InterruptedException {
    Playback playback =
        Awaitility.await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(250))
            .ignoreException(
                ApiException.class) // delivery-service hears of the asset a moment later
            .until(
                () -> client.playback().getPlayback(asset.getPlaybackId()),
                told -> told.getHlsUrl() != null);
    for (String url : List.of(playback.getHlsUrl(), playback.getDashUrl())) {
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
    assertThat(status(asset.getThumbnailUrl())).isEqualTo(200);
    assertThat(status(asset.getMp4Url())).isEqualTo(200);
  }

  private static void goesWithoutATrace(Client client, Asset asset) throws ApiException {
    assertThat(client.assets().deleteAsset(asset.getId(), null).getStatus()).isEqualTo("deleted");
    awaitGone(() -> client.assets().getAsset(asset.getId()));
    awaitGone(() -> client.playback().getPlayback(asset.getPlaybackId()));
  }

  private static void awaitGone(Client.Read read) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .until(() -> Client.isGone(read));
  }

  @Test
  void badFilesEndErroredWithTheirReason(OnAir onAir) throws Exception {
    Client client = onAir.client();
    byte[] clip = clip();
    Map<String, byte[]> bad =
        Map.of(
            "empty", new byte[0],
            "text", "this is no film".getBytes(StandardCharsets.UTF_8),
            "cut off", Arrays.copyOf(clip, clip.length / 2));
    for (Map.Entry<String, byte[]> file : bad.entrySet()) {
      Upload begun = begin(client, file.getKey(), file.getValue().length);
      String etag = send(begun.getParts().getFirst(), begun, file.getValue());
      complete(client, begun, List.of(sent(1, etag)));
      assertThat(await(client, begun.getAssetId(), "errored").getStatusReason())
          .as(file.getKey())
          .isNotBlank();
    }
  }

  private static Upload begin(Client client, String name, long size) throws ApiException {
    return client
        .uploads()
        .createUpload(
            Client.key(),
            new UploadRequest()
                .fileName(name + ".mp4")
                .sizeBytes(size)
                .contentType("video/mp4")
                .asset(new AssetRequest().name(name).mp4Download(true)));
  }

  private static String send(UploadPart part, Upload upload, byte[] file)
      throws IOException, InterruptedException {
    int from = (int) ((part.getNumber() - 1) * upload.getPartSizeBytes());
    int size = part.getSizeBytes().intValue();
    HttpResponse<String> answer =
        STORAGE.send(
            HttpRequest.newBuilder(URI.create(part.getUrl()))
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
