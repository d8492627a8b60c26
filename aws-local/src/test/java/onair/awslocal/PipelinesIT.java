package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.ThumbnailDetail;
import software.amazon.awssdk.services.s3.S3Client;

/** A channel of two pipelines with films of S3, seen through the CDN while one of them is dead. */
class PipelinesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WHITE = 0xC0;

  @TempDir Path folder;

  @Test
  void filmsOfS3ArePlayedInBothPipelinesAndOneOfThemIsEnough() throws Exception {
    try (AwsLocal local = AwsLocal.start(AwsLocalConfig.forTests(folder.resolve("data")));
        Broadcast broadcast = new Broadcast(local);
        MediaLiveClient mediaLive = broadcast.client(MediaLiveClient.builder());
        S3Client s3 = broadcast.client(S3Client.builder())) {
      s3.createBucket(b -> b.bucket("films"));
      s3.putObject(o -> o.bucket("films").key("one.mp4"), film());
      s3.copyObject(
          o ->
              o.sourceBucket("films")
                  .sourceKey("one.mp4")
                  .destinationBucket("films")
                  .destinationKey("two.mp4"));
      s3.putObject(o -> o.bucket("films").key("logo.png"), RequestBody.fromBytes(logo()));
      broadcast.createOfFilms("s3ssl://films/one.mp4", "s3ssl://films/two.mp4");
      broadcast.start();
      String channel = broadcast.channelId();

      eventually().until(() -> brightness(mediaLive, channel, "1") >= 0);
      eventually().until(() -> brightness(mediaLive, channel, "0") >= 0);
      assertThat(brightness(mediaLive, channel, "0")).isLessThan(WHITE);
      mediaLive.batchUpdateSchedule(
          s ->
              s.channelId(channel)
                  .creates(
                      c ->
                          c.scheduleActions(
                              a ->
                                  a.actionName("logo")
                                      .scheduleActionStartSettings(
                                          start ->
                                              start.immediateModeScheduleActionStartSettings(
                                                  now -> {}))
                                      .scheduleActionSettings(
                                          action ->
                                              action.staticImageActivateSettings(
                                                  i ->
                                                      i.image(
                                                          u ->
                                                              u.uri("s3ssl://films/logo.png")))))));
      eventually().until(() -> brightness(mediaLive, channel, "0") >= WHITE);
      eventually().until(() -> brightness(mediaLive, channel, "1") >= WHITE);

      Viewer viewer = new Viewer(local.edge().resolve(broadcast.path()));
      eventually().until(() -> viewer.status("index_v180.m3u8") == 200);
      String kill = "/media/channels/" + channel + "/kill-encoder";
      assertThat(
              new Door(local.endpoint()).post(kill, "{\"pipeline\":0,\"seconds\":3600}").status())
          .isEqualTo(200);
      eventually().until(() -> viewer.text("index_v180.m3u8").contains("#EXT-X-DISCONTINUITY\n"));
      String before = last(viewer);
      eventually().until(() -> !last(viewer).equals(before));
      assertThat(viewer.decoded("index.m3u8", "0:v:0")).isPositive();
      assertThat(broadcast.alerts())
          .anySatisfy(
              alert -> {
                assertThat(alert.alertType()).isEqualTo("Pipeline Failed");
                assertThat(alert.pipelineId()).isEqualTo("0");
              });
    }
  }

  private static String last(Viewer viewer) throws Exception {
    return viewer.text("index_v180.m3u8").lines().reduce((a, b) -> b).orElseThrow();
  }

  /** Of the upper left corner of a pipeline's thumbnail; negative when there is none. */
  private static int brightness(MediaLiveClient mediaLive, String channel, String pipeline)
      throws Exception {
    ThumbnailDetail detail =
        mediaLive
            .describeThumbnails(
                t -> t.channelId(channel).pipelineId(pipeline).thumbnailType("CURRENT_ACTIVE"))
            .thumbnailDetails()
            .getFirst();
    if (detail.thumbnails().isEmpty()) {
      return -1;
    }
    byte[] jpeg = Base64.getDecoder().decode(detail.thumbnails().getFirst().body());
    return new Color(ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(12, 12)).getGreen();
  }

  private RequestBody film() throws Exception {
    Path film = folder.resolve("film.mp4");
    String command =
        "ffmpeg -nostdin -loglevel error -f lavfi -i color=c=blue:size=160x90:rate=10 -f lavfi -i"
            + " sine=frequency=440:sample_rate=44100 -t 6 -c:v libx264 -preset ultrafast -pix_fmt"
            + " yuv420p -g 10 -c:a aac "
            + film;
    assertThat(new ProcessBuilder(List.of(command.split(" "))).inheritIO().start().waitFor())
        .isZero();
    return RequestBody.fromBytes(Files.readAllBytes(film));
  }

  private static byte[] logo() throws Exception {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 40, 40);
    graphics.dispose();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  private static ConditionFactory eventually() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).ignoreExceptions();
  }
}
