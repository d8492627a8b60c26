package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.json.JsonMapper;

class StateEndpointsTest {

  @TempDir Path folder;

  private AwsLocal local;
  private Door door;
  private S3Client s3;
  private SqsClient sqs;

  @BeforeEach
  void start() {
    local =
        AwsLocal.start(
            AwsLocalConfig.from(
                Map.of(
                    "AWS_LOCAL_PORT", "0",
                    "AWS_LOCAL_EDGE_PORT", "0",
                    "AWS_LOCAL_RTMP_PORT", "0",
                    "AWS_LOCAL_PROFILE", "instant",
                    "AWS_LOCAL_FSYNC", "on",
                    "AWS_LOCAL_DATA", folder.toString())));
    door = new Door(local.endpoint());
    s3 = LocalApi.client(S3Client.builder().forcePathStyle(true), local.endpoint());
    sqs = LocalApi.client(SqsClient.builder(), local.endpoint());
  }

  @AfterEach
  void stop() {
    s3.close();
    sqs.close();
    local.close();
  }

  @Test
  void resetForgetsEverythingAndKeepsThePorts() {
    URI endpoint = local.endpoint();
    URI edge = local.edge();
    URI ingest = local.ingest();
    put("films", "a", "one");
    sqs.createQueue(q -> q.queueName("inbox"));
    door.post("/clock/freeze");
    assertThat(door.post("/reset").status()).isEqualTo(200);
    assertThat(s3.listBuckets().buckets()).isEmpty();
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
    assertThat(door.get("/clock").body().at("/frozen").asBoolean()).isFalse();
    assertThat(List.of(local.endpoint(), local.edge(), local.ingest()))
        .containsExactly(endpoint, edge, ingest);
    assertThat(folder.resolve("objects")).isEmptyDirectory();
    put("films", "a", "another");
    assertThat(get("films", "a")).isEqualTo("another");
  }

  @Test
  void restoreBringsBackWhatTheSnapshotHasAndNothingElse() {
    put("films", "kept", "as it was");
    put("films", "deleted later", "still there");
    String url = sqs.createQueue(q -> q.queueName("inbox")).queueUrl();
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("before"));
    Door.Answer taken = door.post("/snapshots", "{\"name\": \"evening\"}");
    assertThat(taken.status()).isEqualTo(201);

    put("films", "kept", "changed");
    put("films", "new", "after");
    put("others", "a", "after");
    s3.deleteObject(o -> o.bucket("films").key("deleted later"));
    sqs.purgeQueue(q -> q.queueUrl(url));

    for (int time = 0; time < 2; time++) {
      assertThat(door.post("/snapshots/evening/restore").status()).isEqualTo(200);
      assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("films");
      assertThat(get("films", "kept")).isEqualTo("as it was");
      assertThat(get("films", "deleted later")).isEqualTo("still there");
      assertThatThrownBy(() -> get("films", "new")).isInstanceOf(NoSuchKeyException.class);
      assertThat(sqs.receiveMessage(r -> r.queueUrl(url)).messages())
          .extracting(Message::body)
          .containsExactly("before");
      put("films", "kept", "changed again");
      put("films", "new", "again");
    }
  }

  @Test
  void aSnapshotSurvivesARestartAndCanBeDeleted() {
    put("films", "a", "one");
    door.post("/snapshots", "{\"name\": \"b.2\"}");
    door.post("/snapshots", "{\"name\": \"a-1\"}");
    stop();
    start();
    put("films", "a", "two");
    assertThat(door.get("/snapshots").body().at("/snapshots").valueStream())
        .extracting(each -> each.at("/name").asString())
        .containsExactly("a-1", "b.2");
    door.post("/snapshots/a-1/restore");
    assertThat(get("films", "a")).isEqualTo("one");
    assertThat(door.delete("/snapshots/a-1").status()).isEqualTo(200);
    assertThat(door.post("/snapshots/a-1/restore").status()).isEqualTo(404);
    assertThat(door.delete("/snapshots/a-1").status()).isEqualTo(404);
    assertThat(folder.resolve("snapshots")).isDirectoryContaining("glob:**/b.2");
    assertThat(folder.resolve("snapshots")).isDirectoryNotContaining("glob:**/a-1");
  }

  @Test
  void refusesWhatIsNoNameOfASnapshot() throws Exception {
    String tooLong = "a".repeat(64);
    for (String name :
        List.of(
            "",
            "..",
            ".",
            ".hidden",
            "../state",
            "a/b",
            "/etc",
            "a\\b",
            "a b",
            "-a",
            tooLong,
            "caf\u00e9",
            "a\u0000",
            "a\n")) {
      Door.Answer answer =
          door.post("/snapshots", new JsonMapper().writeValueAsString(Map.of("name", name)));
      assertThat(answer.status()).as(name).isEqualTo(400);
      assertThat(answer.body().at("/message").asString()).contains("A snapshot's name has");
    }
    assertThat(folder.resolve("snapshots")).doesNotExist();
  }

  @Test
  void doesNotLeaveItsFolderForAnEncodedName() throws Exception {
    put("films", "a", "one");
    door.post("/snapshots", "{\"name\": \"a\"}");
    for (String name : List.of("..%2Fstate", "%2E%2E", "..%5Cstate", "%2Fetc", "..;%2Fstate")) {
      assertThat(door.delete("/snapshots/" + name).status()).as(name).isBetween(400, 404);
      assertThat(door.post("/snapshots/" + name + "/restore").status()).isBetween(400, 404);
    }
    assertThat(get("films", "a")).isEqualTo("one");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .contains("state", "objects", "snapshots");
    }
  }

  @Test
  void aDamagedSnapshotIsNotGoneBackTo() throws Exception {
    put("films", "a", "one");
    door.post("/snapshots", "{\"name\": \"a\"}");
    Path row = folder.resolve("snapshots/a/state/s3-buckets/000000000001.row");
    Files.delete(row);
    Files.writeString(row, "damaged");
    put("films", "a", "two");
    Door.Answer answer = door.post("/snapshots/a/restore");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().at("/message").asString()).contains("s3-buckets/000000000001.row");
    assertThat(get("films", "a")).isEqualTo("two");
    put("films", "a", "three");
    stop();
    start();
    assertThat(get("films", "a")).isEqualTo("three");
  }

  @Test
  void aNameIsTakenOnce() {
    assertThat(door.post("/snapshots", "{\"name\": \"a\"}").status()).isEqualTo(201);
    Door.Answer again = door.post("/snapshots", "{\"name\": \"a\"}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().at("/code").asString()).isEqualTo("Conflict");
    assertThat(door.post("/snapshots", "{}").status()).isEqualTo(400);
    assertThat(door.post("/snapshots/b/restore").status()).isEqualTo(404);
  }

  @Test
  void somebodyWhoIsStillSendingAnObjectHoldsUpNoSnapshot() throws Exception {
    put("films", "a", "one");
    try (Socket socket = new Socket("127.0.0.1", local.endpoint().getPort())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "PUT /films/b HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: %s\r\nX-Amz-Date: %s\r\n"
              + "x-amz-content-sha256: UNSIGNED-PAYLOAD\r\nContent-Length: 6\r\n"
              + "Connection: close\r\n\r\nhal";
      String now =
          DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
              .withZone(ZoneOffset.UTC)
              .format(Instant.now());
      out.write(
          head.formatted(LocalApi.authorization("s3").replace("20261122", now.substring(0, 8)), now)
              .getBytes(StandardCharsets.US_ASCII));
      Path objects = folder.resolve("objects/s3/1");
      await().until(() -> files(objects) == 2);
      assertThat(door.post("/snapshots", "{\"name\": \"a\"}").status()).isEqualTo(201);
      out.write("ves".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 200");
    }
    assertThat(get("films", "b")).isEqualTo("halves");
    door.post("/snapshots/a/restore");
    assertThat(s3.listObjects(l -> l.bucket("films")).contents())
        .extracting(S3Object::key)
        .containsExactly("a");
    assertThat(files(folder.resolve("objects/s3/1"))).isEqualTo(1);
  }

  private static long files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private void put(String bucket, String key, String text) {
    if (s3.listBuckets().buckets().stream().noneMatch(each -> each.name().equals(bucket))) {
      s3.createBucket(b -> b.bucket(bucket));
    }
    s3.putObject(o -> o.bucket(bucket).key(key), RequestBody.fromString(text));
  }

  private String get(String bucket, String key) {
    return s3.getObjectAsBytes(o -> o.bucket(bucket).key(key)).asString(StandardCharsets.UTF_8);
  }
}
