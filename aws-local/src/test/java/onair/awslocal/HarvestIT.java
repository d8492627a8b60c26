package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJobStatus;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A live broadcast becomes a programme in a bucket, through nothing but AWS's own APIs. */
class HarvestIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern TIME = Pattern.compile("#EXT-X-PROGRAM-DATE-TIME:(\\S+)");
  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

  @TempDir Path folder;
  @TempDir Path copy;

  @Test
  void fourSecondsOfABroadcastAreFourSecondsInTheBucket() throws Exception {
    try (AwsLocal aws = AwsLocal.start(AwsLocalConfig.forTests(folder));
        Broadcast broadcast = new Broadcast(aws);
        S3Client s3 = s3(aws);
        MediaPackageV2Client mediaPackage = mediaPackage(aws)) {
      broadcast.create();
      broadcast.start();
      broadcast.publish();
      URI playlist = aws.edge().resolve(broadcast.path() + "index_v180.m3u8");
      await().atMost(PATIENCE).until(() -> times(playlist).size() >= 6);
      Instant start = times(playlist).getFirst();
      Instant end = start.plusSeconds(4);
      s3.createBucket(b -> b.bucket("vod"));

      mediaPackage.createHarvestJob(
          j ->
              j.channelGroupName("grp")
                  .channelName("show")
                  .originEndpointName("web")
                  .harvestJobName("first")
                  .harvestedManifests(
                      m ->
                          m.hlsManifests(h -> h.manifestName("index"))
                              .dashManifests(d -> d.manifestName("index")))
                  .scheduleConfiguration(s -> s.startTime(start).endTime(end))
                  .destination(
                      d -> d.s3Destination(x -> x.bucketName("vod").destinationPath("show/1"))));
      await().atMost(PATIENCE).until(() -> job(mediaPackage).status() != HarvestJobStatus.QUEUED);
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> assertThat(job(mediaPackage).status()).isEqualTo(HarvestJobStatus.COMPLETED));

      for (S3Object object : s3.listObjectsV2(l -> l.bucket("vod").prefix("show/1/")).contents()) {
        Path file = copy.resolve(object.key().substring("show/1/".length()));
        s3.getObject(g -> g.bucket("vod").key(object.key()), file);
      }
      assertThat(frames("index.m3u8")).isBetween(60L - 15, 60L + 15);
      assertThat(frames("index.mpd")).isBetween(60L - 15, 60L + 15);
    }
  }

  private static GetHarvestJobResponse job(MediaPackageV2Client mediaPackage) {
    return mediaPackage.getHarvestJob(
        j ->
            j.channelGroupName("grp")
                .channelName("show")
                .originEndpointName("web")
                .harvestJobName("first"));
  }

  private static List<Instant> times(URI playlist) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(playlist).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return TIME.matcher(response.body())
          .results()
          .map((MatchResult found) -> Instant.parse(found.group(1)))
          .toList();
    }
  }

  /** Pictures in the whole programme, 15 a second. */
  private long frames(String manifest) throws Exception {
    Process player =
        new ProcessBuilder(
                List.of(
                    "ffmpeg",
                    "-nostdin",
                    "-hide_banner",
                    "-loglevel",
                    "error",
                    "-i",
                    copy.resolve(manifest).toString(),
                    "-map",
                    "0:v:0",
                    "-f",
                    "framecrc",
                    "-"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = player.inputReader()) {
      return lines.lines().filter(line -> !line.startsWith("#")).count();
    } finally {
      player.destroyForcibly();
    }
  }

  private static S3Client s3(AwsLocal aws) {
    return S3Client.builder()
        .endpointOverride(aws.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  private static MediaPackageV2Client mediaPackage(AwsLocal aws) {
    return MediaPackageV2Client.builder()
        .endpointOverride(aws.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(CREDENTIALS)
        .build();
  }
}
