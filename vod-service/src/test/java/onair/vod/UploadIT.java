package onair.vod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import onair.common.reconcile.CrashPoint;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import tools.jackson.databind.JsonNode;

/** Files on their way into S3, cut off, resumed, wrong, cancelled, and whoever asks for them. */
class UploadIT extends VodScenario {

  private static final String BUCKET = "onair-test-000000000000-vod";

  private final S3Client s3;
  private final JdbcClient jdbc;
  private final HeardEvents heard;

  /** What a listener throws to play the end of the process. */
  private static final class PlayedCrash extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Autowired
  UploadIT(@LocalServerPort int port, S3Client s3, JdbcClient jdbc, HeardEvents heard) {
    super(port);
    this.s3 = s3;
    this.jdbc = jdbc;
    this.heard = heard;
  }

  @BeforeEach
  void bucketIsThere() {
    create(1);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private List<MultipartUpload> waiting(String key) {
    return s3.listMultipartUploads(request -> request.bucket(BUCKET).prefix(key)).uploads();
  }

  private void awaitTold(String resourceId, String... types) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(heard.about(resourceId)).startsWith(types));
  }

  @Test
  void theBucketIsClosedToThePublicOpenToTheCdnAndToBrowsersThatSendParts() {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThat(s3.getBucketTagging(request -> request.bucket(BUCKET)).tagSet())
                    .anyMatch(tag -> tag.key().equals("onair:deployment")));
    assertThat(
            s3.getPublicAccessBlock(request -> request.bucket(BUCKET))
                .publicAccessBlockConfiguration()
                .restrictPublicBuckets())
        .isTrue();
    assertThat(s3.getBucketPolicy(request -> request.bucket(BUCKET)).policy())
        .contains("cloudfront.amazonaws.com", BUCKET + "/vod/*", "000000000000")
        .doesNotContain(BUCKET + "/*");
    assertThat(
            s3.getBucketCors(request -> request.bucket(BUCKET))
                .corsRules()
                .getFirst()
                .exposeHeaders())
        .containsExactly("ETag");
    assertThat(
            s3.getBucketLifecycleConfiguration(request -> request.bucket(BUCKET))
                .rules()
                .getFirst()
                .abortIncompleteMultipartUpload()
                .daysAfterInitiation())
        .isEqualTo(1);
    awaitTold(BUCKET, "origin.ready");
    assertThat(heard.data("origin.ready", BUCKET).path("domain").asString())
        .isEqualTo(BUCKET + ".s3.eu-west-1.amazonaws.com");
  }

  @Test
  void aCutUploadGoesOnWhereItWas() {
    byte[] file = random(2 * PART + 1000);
    JsonNode begun = create(file.length).json();
    String id = begun.path("id").asString();
    assertThat(begun.path("status").asString()).isEqualTo("waiting");
    assertThat(begun.path("part_size_bytes").asInt()).isEqualTo(PART);
    assertThat(begun.path("parts").size()).isEqualTo(3);
    send(begun.path("parts").get(1), file, PART);

    JsonNode resumed = upload(id);
    assertThat(resumed.path("status").asString()).isEqualTo("uploading");
    assertThat(resumed.path("parts").valueStream().map(part -> part.path("uploaded").asBoolean()))
        .containsExactly(false, true, false);
    var etags = new TreeMap<Integer, String>();
    for (JsonNode part : resumed.path("parts")) {
      etags.put(
          part.path("number").asInt(),
          part.path("uploaded").asBoolean()
              ? part.path("etag").asString()
              : send(part, file, PART));
    }
    assertThat(complete(id, etags).status()).isEqualTo(202);

    awaitUpload(id, "completed");
    String key = "uploads/" + begun.path("asset_id").asString() + "/" + id;
    assertThat(s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray())
        .isEqualTo(file);
    assertThat(upload(id).path("parts")).isEmpty();
    assertThat(waiting(key)).isEmpty();
    awaitTold(begun.path("asset_id").asString(), "asset.created", "asset.probing");
  }

  @Test
  void whatIsMissingOrWrongIsToldAllAtOnceAndTheUploadStaysOpen() {
    byte[] file = random(2 * PART + 1000);
    JsonNode begun = create(file.length).json();
    String id = begun.path("id").asString();
    String first = send(begun.path("parts").get(0), file, PART);
    String third = send(begun.path("parts").get(2), file, PART);

    Reply refused = complete(id, Map.of(1, "\"0123\"", 3, third, 9, "x"));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations())
        .containsExactlyInAnyOrder(
            "parts[0].etag wrong_etag", "parts[2].number unknown_part", "parts missing_part");
    assertThat(complete(id, Map.of(1, first, 2, "x", 3, third)).violations())
        .containsExactly("parts[1].number not_uploaded");
    assertThat(
            put(begun.path("parts").get(1).path("url").asString(), random(PART - 1)).statusCode())
        .isEqualTo(200);
    String short2 = upload(id).path("parts").get(1).path("etag").asString();
    assertThat(upload(id).path("parts").get(1).path("uploaded").asBoolean()).isFalse();
    assertThat(complete(id, Map.of(1, first, 2, short2, 3, third)).violations())
        .containsExactly("parts[1] wrong_size");

    String second = send(begun.path("parts").get(1), file, PART);
    assertThat(complete(id, Map.of(1, first, 2, second, 3, third)).status()).isEqualTo(202);
    awaitUpload(id, "completed");
    assertThat(complete(id, Map.of(1, first, 2, second, 3, third)).status()).isEqualTo(202);
    assertThat(as(OWNER).delete("/v1/uploads/" + id).status()).isEqualTo(409);
  }

  @Test
  void aCancelledUploadLeavesNothingAndItsAssetSaysSo() {
    byte[] file = random(PART + 1);
    JsonNode begun = create(file.length).json();
    String id = begun.path("id").asString();
    String asset = begun.path("asset_id").asString();
    send(begun.path("parts").get(0), file, PART);

    assertThat(as(OWNER).delete("/v1/uploads/" + id).status()).isEqualTo(202);

    JsonNode errored = awaitStatus(asset, "errored");
    assertThat(errored.path("status_reason").asString()).isEqualTo("The upload was cancelled.");
    assertThat(upload(id).path("status").asString()).isEqualTo("cancelled");
    assertThat(waiting("uploads/" + asset + "/")).isEmpty();
    assertThat(complete(id, Map.of(1, "x")).code()).isEqualTo("status_conflict");
    assertThat(as(OWNER).delete("/v1/uploads/" + id).status()).isEqualTo(202);
    assertThat(as(OWNER).delete("/v1/assets/" + asset).status()).isEqualTo(202);
    awaitGone(asset);
  }

  @Test
  void deletingTheAssetThatWaitsCancelsItsUpload() {
    JsonNode begun = create(PART).json();
    String asset = begun.path("asset_id").asString();

    assertThat(as(OWNER).delete("/v1/assets/" + asset).json().path("status").asString())
        .isEqualTo("deleted");

    awaitGone(asset);
    assertThat(upload(begun.path("id").asString()).path("status").asString())
        .isEqualTo("cancelled");
    assertThat(waiting("uploads/" + asset + "/")).isEmpty();
    awaitTold(asset, "asset.created", "asset.deleted");
  }

  @Test
  void anUploadThatTakesTooLongIsOver() {
    JsonNode begun = create(PART).json();
    String id = begun.path("id").asString();

    jdbc.sql("update upload set expires_at = now() - interval '1 minute' where id = :id")
        .param("id", id)
        .update();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              jdbc.sql(
                      "update scheduled_tasks set execution_time = now() where task_instance = :id")
                  .param("id", id)
                  .update();
              return upload(id).path("status").asString().equals("timed_out");
            });
    JsonNode asset = awaitStatus(begun.path("asset_id").asString(), "errored");
    assertThat(asset.path("status_reason").asString()).contains("not completed in time");
  }

  @Test
  void aProcessThatDiesBeforeItHasWrittenDownLeaksNothing() {
    try (var crash =
        CrashPoint.listen(
            point -> {
              if (point.equals("upload.begun")) {
                throw new PlayedCrash();
              }
            })) {
      assertThat(as(OWNER).post("/v1/uploads", body(PART, false)).status()).isEqualTo(500);
    }
    assertThat(waiting("uploads/").stream().filter(this::unknown)).hasSize(1);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> waiting("uploads/").stream().noneMatch(this::unknown));
  }

  private boolean unknown(MultipartUpload upload) {
    return jdbc.sql("select count(*) from upload where multipart_id = :id")
            .param("id", upload.uploadId())
            .query(Long.class)
            .single()
        == 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"upload.put-together", "run.ending"})
  void aCrashWhileCompletingIsMadeGood(String point) {
    byte[] file = random(PART + 7);
    JsonNode begun = create(file.length).json();
    String id = begun.path("id").asString();
    var etags =
        Map.of(
            1, send(begun.path("parts").get(0), file, PART),
            2, send(begun.path("parts").get(1), file, PART));
    var crashed = new AtomicBoolean();
    try (var crash =
        CrashPoint.listen(
            name -> {
              if (name.equals(point) && crashed.compareAndSet(false, true)) {
                throw new PlayedCrash();
              }
            })) {
      complete(id, etags);
      awaitUpload(id, "completed");
      assertThat(crashed).isTrue();
    }
  }

  @Test
  void s3IsAskedBeforeTheDatabaseTakesPart() {
    var inTransaction = new AtomicBoolean(true);
    try (var listening =
        CrashPoint.listen(
            name -> {
              if (name.equals("upload.begun")) {
                inTransaction.set(TransactionSynchronizationManager.isActualTransactionActive());
              }
            })) {
      assertThat(create(7).status()).isEqualTo(201);
    }
    assertThat(inTransaction).isFalse();
  }

  @Test
  void twoAtOnceUnderOneKeyBothAskS3AndOneUploadStays() {
    create(7);
    var owner = caller("org_twins", "assets:*");
    var keyed = as(owner).with("Idempotency-Key", "twins");
    var bothInside = new CyclicBarrier(2);
    List<Reply> replies;
    try (var listening =
        CrashPoint.listen(
            name -> {
              if (name.equals("upload.begun")) {
                meet(bothInside);
              }
            })) {
      replies =
          Stream.of(1, 2)
              .map(
                  one ->
                      CompletableFuture.supplyAsync(
                          () -> keyed.post("/v1/uploads", body(7, false))))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
    }
    Reply settled = keyed.post("/v1/uploads", body(7, false));

    assertThat(settled.status()).isEqualTo(201);
    assertThat(replies).filteredOn(reply -> reply.status() == 201).isNotEmpty();
    assertThat(replies)
        .allSatisfy(
            reply -> {
              assertThat(reply.status()).isIn(201, 409);
              if (reply.status() == 201) {
                assertThat(reply.bytes()).isEqualTo(settled.bytes());
              }
            });
    assertThat(as(owner).get("/v1/assets").json().path("data")).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> waiting("uploads/").stream().noneMatch(this::unknown));
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception alone) {
      throw new IllegalStateException(alone);
    }
  }

  @Test
  void theSameKeyGivesTheSameUploadByteForByte() {
    var keyed = as(OWNER).with("Idempotency-Key", "once");
    Reply first = keyed.post("/v1/uploads", body(7, false));
    Reply again = keyed.post("/v1/uploads", body(7, false));

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.bytes()).isEqualTo(first.bytes());
    assertThat(again.header("Idempotent-Replayed")).contains("true");
    assertThat(keyed.post("/v1/uploads", body(8, false)).code())
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void everythingWrongWithARequestIsToldAtOnce() {
    Reply refused =
        as(OWNER)
            .post(
                "/v1/uploads",
                """
                {"file_name": "", "size_bytes": 107374182401, "content_type": "video",
                 "asset": {"name": " ", "colour": "red"}}
                """);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.violations())
        .contains(
            "file_name not_blank",
            "size_bytes max",
            "content_type pattern",
            "asset.colour unknown_field",
            "asset.name not_blank");
  }

  @Test
  void aRehearsalAsksNothingOfS3AndLeavesNothingBehind() {
    var client = as(caller("org_rehearses", "assets:*"));

    Reply plan = client.post("/v1/uploads?dry_run=true", body(7, false));

    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.json().path("operation").asString()).isEqualTo("upload.create");
    assertThat(plan.json().at("/price/totals/0/unit").asString()).isEqualTo("minute");
    assertThat(plan.json().at("/price/totals/0/amount/amount").asString()).isEqualTo("0.048");
    assertThat(client.get("/v1/assets").json().path("data")).isEmpty();
    assertThat(client.post("/v1/uploads?dry_run=true", "{}").status()).isEqualTo(422);
  }

  @Test
  void othersSeeNothingOfIt() {
    JsonNode begun = create(7).json();
    var stranger = as(caller("org_2", "assets:*"));
    assertThat(stranger.get("/v1/uploads").json().path("data")).isEmpty();
    assertThat(stranger.get("/v1/uploads/" + begun.path("id").asString()).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/assets/" + begun.path("asset_id").asString()).status())
        .isEqualTo(404);
    assertThat(stranger.get("/v1/assets").json().path("data")).isEmpty();
    assertThat(as(caller("org_1", "assets:read")).post("/v1/uploads", body(7, false)).status())
        .isEqualTo(403);
  }

  @Test
  void anAddressIsGoodForItsOwnPartOnly() {
    JsonNode begun = create(2L * PART).json();
    String url = begun.path("parts").get(0).path("url").asString();
    assertThat(put(url.replace("partNumber=1", "partNumber=2"), new byte[] {1}).statusCode())
        .isEqualTo(403);
  }
}
