package onair.awslocal.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.awslocal.Door;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastoredata.MediaStoreDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Faults of S3 and MediaStore Data, whose bodies are not read before the call is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectFaultsTest {

  private static final String CONTENT = "content ".repeat(100_000);

  private AwsLocal local;
  private Door door;
  private S3Client s3;

  @BeforeAll
  void start(@TempDir Path folder) {
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));
    door = new Door(local.endpoint());
    s3 =
        S3Client.builder()
            .endpointOverride(local.endpoint())
            .region(LocalApi.REGION)
            .forcePathStyle(true)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .overrideConfiguration(c -> c.retryStrategy(retry -> retry.maxAttempts(1)))
            .build();
    s3.createBucket(b -> b.bucket("media"));
  }

  @AfterAll
  void stop() {
    s3.close();
    local.close();
  }

  @AfterEach
  void noMoreFaults() {
    door.delete("/faults");
  }

  @Test
  void aPutBeforeWhichS3FailsLeavesNothing() {
    door.fault("{'service':'s3','operation':'PutObject','call':1,'kind':'before'}");
    assertCut(() -> put("before"));
    assertThat(keys()).doesNotContain("before");
  }

  @Test
  void aPutWhoseAnswerIsLostIsWhole() {
    door.fault("{'service':'s3','operation':'PutObject','call':1,'kind':'lost_answer'}");
    assertCut(() -> put("lost"));
    assertThat(text("lost")).isEqualTo(CONTENT);
  }

  @Test
  void aPutThatIsLateIsWholeWhenItComes() {
    door.fault(
        "{'service':'s3','operation':'PutObject','call':1,'kind':'late_effect','delay_ms':1500}");
    assertCut(() -> put("late"));
    assertThat(keys()).doesNotContain("late");
    await().until(() -> keys().contains("late"));
    assertThat(text("late")).isEqualTo(CONTENT);
    assertThat(s3.headObject(h -> h.bucket("media").key("late")).contentType())
        .isEqualTo("text/plain; charset=UTF-8");
  }

  @Test
  void aMultipartUploadCompletesThoughItsAnswerIsLost() {
    String upload = s3.createMultipartUpload(u -> u.bucket("media").key("parts")).uploadId();
    String etag =
        s3.uploadPart(
                u -> u.bucket("media").key("parts").uploadId(upload).partNumber(1),
                RequestBody.fromString("part"))
            .eTag();
    door.fault(
        "{'service':'s3','operation':'CompleteMultipartUpload','call':1,'kind':'lost_answer'}");
    assertCut(
        () ->
            s3.completeMultipartUpload(
                u ->
                    u.bucket("media")
                        .key("parts")
                        .uploadId(upload)
                        .multipartUpload(
                            m ->
                                m.parts(
                                    CompletedPart.builder().partNumber(1).eTag(etag).build()))));
    assertThat(text("parts")).isEqualTo("part");
  }

  @Test
  void aGetIsTornInTheMiddle() {
    put("torn");
    door.fault("{'service':'s3','operation':'GetObject','call':1,'kind':'reset'}");
    assertCut(() -> text("torn"));
    assertThat(text("torn")).isEqualTo(CONTENT);
  }

  @Test
  void slowsCallersDownInItsOwnWords() {
    door.fault("{'service':'s3','kind':'throttle','times':1}");
    S3Exception refused = catchThrowableOfType(S3Exception.class, this::keys);
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("SlowDown");
    assertThat(refused.isThrottlingException()).isTrue();
    door.fault("{'service':'s3','kind':'error','status':500,'times':1}");
    refused = catchThrowableOfType(S3Exception.class, this::keys);
    assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("InternalError");
  }

  @Test
  void s3ListsAreNeverLate() {
    assertThat(
            door.post("/faults", "{\"service\":\"s3\",\"kind\":\"stale_list\",\"delay_ms\":1}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void mediaStoresObjectsFailTheSameWays() {
    try (MediaStoreClient control = LocalApi.client(MediaStoreClient.builder(), local.endpoint())) {
      control.createContainer(c -> c.containerName("box"));
      await()
          .until(
              () ->
                  control.describeContainer(c -> c.containerName("box")).container().endpoint()
                      != null);
      String endpoint =
          control.describeContainer(c -> c.containerName("box")).container().endpoint();
      try (MediaStoreDataClient data =
          LocalApi.client(MediaStoreDataClient.builder(), URI.create(endpoint))) {
        door.fault(
            "{'service':'mediastore','operation':'PutObject','call':1,'kind':'late_effect','delay_ms':1000}");
        assertCut(
            () ->
                data.putObject(
                    p -> p.path("a/late").contentType("text/late"),
                    RequestBody.fromString(CONTENT)));
        assertThat(items(data)).isEmpty();
        await().until(() -> !items(data).isEmpty());
        var object = data.getObjectAsBytes(g -> g.path("a/late"));
        assertThat(object.asUtf8String()).isEqualTo(CONTENT);
        assertThat(object.response().contentType()).isEqualTo("text/late");

        door.fault("{'service':'mediastore','operation':'GetObject','call':1,'kind':'reset'}");
        assertCut(() -> data.getObjectAsBytes(g -> g.path("a/late")));
        door.fault(
            "{'service':'mediastore','operation':'DeleteObject','call':1,'kind':'lost_answer'}");
        assertCut(() -> data.deleteObject(d -> d.path("a/late")));
        assertThat(items(data)).isEmpty();
        door.fault("{'service':'mediastore','operation':'ListItems','kind':'error','status':500}");
        assertThat(catchThrowableOfType(AwsServiceException.class, () -> items(data)).statusCode())
            .isEqualTo(500);
      }
    }
  }

  private static List<String> items(MediaStoreDataClient data) {
    return data.listItems(l -> l.path("a")).items().stream().map(item -> item.name()).toList();
  }

  private void put(String key) {
    s3.putObject(p -> p.bucket("media").key(key), RequestBody.fromString(CONTENT));
  }

  private String text(String key) {
    return s3.getObjectAsBytes(g -> g.bucket("media").key(key)).asUtf8String();
  }

  private List<String> keys() {
    return s3.listObjectsV2(l -> l.bucket("media")).contents().stream().map(S3Object::key).toList();
  }

  private static void assertCut(Runnable call) {
    assertThatThrownBy(call::run).isInstanceOf(SdkClientException.class);
  }
}
