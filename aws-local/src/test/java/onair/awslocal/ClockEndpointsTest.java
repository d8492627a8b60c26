package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastore.model.ContainerStatus;
import software.amazon.awssdk.services.s3.S3Client;

class ClockEndpointsTest {

  @TempDir Path folder;

  private AwsLocal local;
  private Door door;

  @BeforeEach
  void start() {
    local =
        AwsLocal.start(
            AwsLocalConfig.from(
                Map.of(
                    "AWS_LOCAL_PORT", "0",
                    "AWS_LOCAL_EDGE_PORT", "0",
                    "AWS_LOCAL_RTMP_PORT", "0",
                    "AWS_LOCAL_PROFILE", "realistic",
                    "AWS_LOCAL_DATA", folder.toString())));
    door = new Door(local.endpoint());
  }

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void aFrozenClockHoldsResourcesInTheirStatesUntilItIsMoved() {
    try (MediaStoreClient store = LocalApi.client(MediaStoreClient.builder(), local.endpoint())) {
      door.post("/clock/freeze");
      Instant frozen = now();
      assertThat(store.createContainer(c -> c.containerName("live")).container().status())
          .isEqualTo(ContainerStatus.CREATING);
      door.post("/clock/advance", "{\"duration\": \"PT0.001S\"}");
      assertThat(status(store)).isEqualTo(ContainerStatus.CREATING);
      Door.Answer advanced = door.post("/clock/advance", "{\"seconds\": 600}");
      assertThat(status(store)).isEqualTo(ContainerStatus.ACTIVE);
      assertThat(Instant.parse(advanced.body().at("/now").asString()))
          .isEqualTo(frozen.plusSeconds(600).plusMillis(1));
      assertThat(advanced.body().at("/frozen").asBoolean()).isTrue();
    }
  }

  @Test
  void theClockAndWhatIsDueByItSurviveARestart() {
    door.post("/clock/freeze");
    door.post("/clock/advance", "{\"duration\": \"P30D\"}");
    Instant frozen = now();
    try (MediaStoreClient store = LocalApi.client(MediaStoreClient.builder(), local.endpoint())) {
      store.createContainer(c -> c.containerName("live"));
    }
    stop();
    start();
    assertThat(now()).isEqualTo(frozen);
    try (MediaStoreClient store = LocalApi.client(MediaStoreClient.builder(), local.endpoint())) {
      assertThat(status(store)).isEqualTo(ContainerStatus.CREATING);
      door.post("/clock/advance", "{\"duration\": \"PT1H\"}");
      assertThat(status(store)).isEqualTo(ContainerStatus.ACTIVE);
      assertThat(store.describeContainer(c -> c.containerName("live")).container().creationTime())
          .isBeforeOrEqualTo(frozen);
    }
    door.post("/clock/reset");
    assertThat(Duration.between(now(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void aDeletedInputCannotBeSeenAnyMoreWhenItsTimeIsOver() {
    try (MediaLiveClient live = LocalApi.client(MediaLiveClient.builder(), local.endpoint())) {
      door.post("/clock/freeze");
      String id =
          live.createInput(
                  i ->
                      i.name("studio")
                          .type(InputType.URL_PULL)
                          .sources(s -> s.url("http://127.0.0.1/a.m3u8")))
              .input()
              .id();
      door.post("/clock/advance", "{\"seconds\": 60}");
      assertThat(live.describeInput(i -> i.inputId(id)).state()).isEqualTo(InputState.DETACHED);
      live.deleteInput(i -> i.inputId(id));
      door.post("/clock/advance", "{\"duration\": \"PT1M\"}");
      assertThat(live.describeInput(i -> i.inputId(id)).state()).isEqualTo(InputState.DELETED);
      door.post("/clock/advance", "{\"duration\": \"P2D\"}");
      assertThatThrownBy(() -> live.describeInput(i -> i.inputId(id))).hasMessageContaining(id);
    }
  }

  @Test
  void clientsStillGetInWhenTheClockIsFarAhead() {
    door.post("/clock/advance", "{\"duration\": \"P3D\"}");
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(local.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .forcePathStyle(true)
            .build()) {
      s3.createBucket(b -> b.bucket("films"));
      assertThat(s3.listBuckets().buckets().getFirst().creationDate())
          .isAfter(Instant.now().plus(Duration.ofDays(2)));
    }
  }

  @Test
  void refusesWhatIsNoWay() {
    for (String body :
        new String[] {
          "",
          "{}",
          "{\"seconds\": -1}",
          "{\"seconds\": \"many\"}",
          "{\"duration\": \"10 minutes\"}",
          "{\"seconds\": 1, \"duration\": \"PT1S\"}",
          "{\"duration\": \"P401D\"}",
          "{\"minutes\": 1}",
          "{\"seconds\": 1e300}",
          "[]",
          "{"
        }) {
      Instant before = now();
      Door.Answer answer = door.post("/clock/advance", body);
      assertThat(answer.status()).as(body).isEqualTo(400);
      assertThat(now()).isBefore(before.plusSeconds(60));
    }
  }

  private static ContainerStatus status(MediaStoreClient store) {
    return store.describeContainer(c -> c.containerName("live")).container().status();
  }

  private Instant now() {
    return Instant.parse(door.get("/clock").body().at("/now").asString());
  }
}
