package onair.awslocal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import onair.awslocal.AwsLocal;
import onair.awslocal.junit.WithAwsLocal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * S3 of aws-local beside S3Mock. Not compared, because S3Mock does otherwise than S3: who signed
 * (it takes any secret), bucket policies, CORS; KeyCount, in which S3 counts folders; the
 * Content-Type of a copy with new metadata, which S3 replaces; and spaces in a Content-Type, which
 * S3 gives back as they were sent.
 */
@WithAwsLocal
class S3ConformanceTest {

  private static final int FIVE_MIB = 5 * 1024 * 1024;
  private static final AwsBasicCredentials TEST = AwsBasicCredentials.create("test", "test");

  @TempDir static Path folder;
  private static S3Mock peer;
  private static URI ours;
  private static final List<S3Client> CLIENTS = new ArrayList<>();

  @BeforeAll
  static void start(AwsLocal local) throws Exception {
    ours = local.endpoint();
    peer = S3Mock.start(folder);
    CLIENTS.add(client(ours));
    CLIENTS.add(client(peer.endpoint()));
  }

  @AfterAll
  static void stop() {
    CLIENTS.forEach(S3Client::close);
    peer.close();
  }

  @Test
  void bucketsAreMadeFoundAndRemoved(TestInfo test) {
    same(
        test,
        (bucket, log) -> {
          log.call("head before", s3 -> s3.headBucket(b -> b.bucket("nobodys-bucket")));
          log.call("create again", s3 -> s3.createBucket(b -> b.bucket(bucket)));
          log.call("head", s3 -> s3.headBucket(b -> b.bucket(bucket)));
          log.call("put", s3 -> s3.putObject(p -> p.bucket(bucket).key("a"), text("a")));
          log.call("delete full", s3 -> s3.deleteBucket(b -> b.bucket(bucket)));
          log.call("empty", s3 -> s3.deleteObject(p -> p.bucket(bucket).key("a")));
          log.call("delete", s3 -> s3.deleteBucket(b -> b.bucket(bucket)));
          log.call("delete again", s3 -> s3.deleteBucket(b -> b.bucket(bucket)));
          log.call(
              "put into nothing", s3 -> s3.putObject(p -> p.bucket(bucket).key("a"), text("")));
        });
  }

  @Test
  void anObjectComesBackWithItsMetadata(TestInfo test) {
    same(
        test,
        (bucket, log) -> {
          log.tell(
              "put",
              s3 ->
                  s3.putObject(
                          p ->
                              p.bucket(bucket)
                                  .key("film/a b+c.mp4")
                                  .contentType("video/mp4")
                                  .cacheControl("max-age=60")
                                  .metadata(Map.of("title", "A film")),
                          text("hello"))
                      .eTag());
          log.tell("head", s3 -> shown(s3.headObject(h -> h.bucket(bucket).key("film/a b+c.mp4"))));
          log.tell("get", s3 -> shown(s3, g -> g.bucket(bucket).key("film/a b+c.mp4")));
          log.call("get missing", s3 -> s3.getObjectAsBytes(g -> g.bucket(bucket).key("no")));
          log.call("head missing", s3 -> s3.headObject(g -> g.bucket(bucket).key("no")));
          log.call("delete missing", s3 -> s3.deleteObject(g -> g.bucket(bucket).key("no")));
        });
  }

  @Test
  void rangesAndConditionsAreKept(TestInfo test) {
    same(
        test,
        (bucket, log) -> {
          String etag =
              log.tell(
                      "put",
                      s3 -> s3.putObject(p -> p.bucket(bucket).key("a"), text("0123456789")).eTag())
                  .orElseThrow();
          for (String range :
              List.of(
                  "bytes=0-3", "bytes=4-", "bytes=-3", "bytes=8-100", "bytes=10-", "bytes=0-0")) {
            log.tell(range, s3 -> shown(s3, g -> g.bucket(bucket).key("a").range(range)));
          }
          log.tell("match", s3 -> shown(s3, g -> g.bucket(bucket).key("a").ifMatch(etag)));
          log.tell("no match", s3 -> shown(s3, g -> g.bucket(bucket).key("a").ifMatch("\"x\"")));
          log.tell("none match", s3 -> shown(s3, g -> g.bucket(bucket).key("a").ifNoneMatch(etag)));
          log.call(
              "put if absent",
              s3 -> s3.putObject(p -> p.bucket(bucket).key("a").ifNoneMatch("*"), text("b")));
        });
  }

  @Test
  void keysOfEveryKindAreListedInOrder(TestInfo test) {
    List<String> keys = keys(new Random(7));
    same(
        test,
        (bucket, log) -> {
          for (String key : keys) {
            log.call("put " + key, s3 -> s3.putObject(p -> p.bucket(bucket).key(key), text(key)));
          }
          log.tell("all", s3 -> listed(s3, l -> l.bucket(bucket)));
          log.tell("prefix", s3 -> listed(s3, l -> l.bucket(bucket).prefix("live/")));
          log.tell("folders", s3 -> listed(s3, l -> l.bucket(bucket).delimiter("/")));
          log.tell(
              "folders below",
              s3 -> listed(s3, l -> l.bucket(bucket).prefix("live/").delimiter("/")));
          log.tell("after", s3 -> listed(s3, l -> l.bucket(bucket).startAfter("live/")));
          log.tell(
              "pages",
              s3 ->
                  s3.listObjectsV2Paginator(l -> l.bucket(bucket).maxKeys(3)).contents().stream()
                      .map(S3Object::key)
                      .toList());
          for (String key : keys) {
            log.tell(
                "get " + key,
                s3 -> s3.getObjectAsBytes(g -> g.bucket(bucket).key(key)).asUtf8String());
          }
          log.tell(
              "delete all",
              s3 ->
                  s3.deleteObjects(
                          d ->
                              d.bucket(bucket)
                                  .delete(
                                      o ->
                                          o.objects(
                                              keys.stream()
                                                  .map(
                                                      k ->
                                                          ObjectIdentifier.builder().key(k).build())
                                                  .toList())))
                      .deleted()
                      .size());
          log.tell("nothing", s3 -> listed(s3, l -> l.bucket(bucket)));
        });
  }

  @Test
  void aCopyKeepsOrReplacesItsMetadata(TestInfo test) {
    same(
        test,
        (bucket, log) -> {
          log.call(
              "put",
              s3 ->
                  s3.putObject(
                      p ->
                          p.bucket(bucket)
                              .key("a")
                              .contentType("text/a")
                              .metadata(Map.of("k", "v")),
                      text("a")));
          log.tell(
              "copy",
              s3 ->
                  s3.copyObject(
                          c ->
                              c.sourceBucket(bucket)
                                  .sourceKey("a")
                                  .destinationBucket(bucket)
                                  .destinationKey("b c"))
                      .copyObjectResult()
                      .eTag());
          log.tell("kept", s3 -> shown(s3.headObject(h -> h.bucket(bucket).key("b c"))));
          log.call(
              "replace",
              s3 ->
                  s3.copyObject(
                      c ->
                          c.sourceBucket(bucket)
                              .sourceKey("a")
                              .destinationBucket(bucket)
                              .destinationKey("d")
                              .metadataDirective(MetadataDirective.REPLACE)
                              .contentType("text/d")
                              .metadata(Map.of("other", "w"))));
          log.tell("replaced", s3 -> s3.headObject(h -> h.bucket(bucket).key("d")).metadata());
          log.call(
              "copy nothing",
              s3 ->
                  s3.copyObject(
                      c ->
                          c.sourceBucket(bucket)
                              .sourceKey("no")
                              .destinationBucket(bucket)
                              .destinationKey("e")));
        });
  }

  @Test
  void partsBecomeOneObject(TestInfo test) {
    byte[] first = new byte[FIVE_MIB];
    new Random(1).nextBytes(first);
    same(
        test,
        (bucket, log) -> {
          List<CompletedPart> parts = new ArrayList<>();
          Upload upload = Upload.begin(log, bucket, "film.mp4");
          parts.add(upload.part(1, RequestBody.fromBytes(first)));
          parts.add(upload.part(2, text("the end")));
          log.tell(
              "uploads",
              s3 ->
                  s3.listMultipartUploads(l -> l.bucket(bucket)).uploads().stream()
                      .map(MultipartUpload::key)
                      .toList());
          log.tell(
              "parts",
              s3 ->
                  s3
                      .listPartsPaginator(
                          l -> l.bucket(bucket).key("film.mp4").uploadId(upload.id()))
                      .parts()
                      .stream()
                      .map(S3ConformanceTest::shown)
                      .toList());
          log.call(
              "wrong part",
              s3 ->
                  upload.complete(s3, List.of(parts.getFirst().toBuilder().eTag("\"x\"").build())));
          log.call("wrong order", s3 -> upload.complete(s3, parts.reversed()));
          log.tell("complete", s3 -> upload.complete(s3, parts));
          log.tell("head", s3 -> shown(s3.headObject(h -> h.bucket(bucket).key("film.mp4"))));
          log.tell(
              "over the seam",
              s3 ->
                  shown(
                      s3,
                      g ->
                          g.bucket(bucket)
                              .key("film.mp4")
                              .range("bytes=" + (FIVE_MIB - 2) + "-" + (FIVE_MIB + 2))));
          Upload small = Upload.begin(log, bucket, "small");
          List<CompletedPart> tooSmall =
              List.of(small.part(1, text("a")), small.part(2, text("b")));
          log.call("too small", s3 -> small.complete(s3, tooSmall));
          log.call("abort", small::abort);
          log.call("abort again", small::abort);
          log.tell(
              "nothing", s3 -> s3.listMultipartUploads(l -> l.bucket(bucket)).uploads().size());
        });
  }

  @Test
  void theWaitersOfTheSdkFindWhatIsThereAndWhatIsNot(TestInfo test) {
    same(
        test,
        (bucket, log) -> {
          log.call("put", s3 -> s3.putObject(p -> p.bucket(bucket).key("a"), text("a")));
          log.tell(
              "bucket",
              s3 ->
                  s3.waiter()
                      .waitUntilBucketExists(
                          b -> b.bucket(bucket),
                          o -> o.backoffStrategyV2(BackoffStrategy.retryImmediately()))
                      .attemptsExecuted());
          log.tell(
              "no bucket",
              s3 ->
                  s3.waiter()
                      .waitUntilBucketNotExists(b -> b.bucket("nobodys-bucket"))
                      .attemptsExecuted());
          log.tell(
              "object",
              s3 ->
                  s3.waiter()
                      .waitUntilObjectExists(h -> h.bucket(bucket).key("a"))
                      .attemptsExecuted());
          log.tell(
              "no object",
              s3 ->
                  s3.waiter()
                      .waitUntilObjectNotExists(h -> h.bucket(bucket).key("b"))
                      .attemptsExecuted());
        });
  }

  @Test
  void aPresignedUrlIsReadWithoutASignatureInTheHeader(TestInfo test) throws Exception {
    List<String> answers = new ArrayList<>();
    for (S3Client s3 : CLIENTS) {
      URI endpoint = s3 == CLIENTS.getFirst() ? ours : peer.endpoint();
      s3.createBucket(b -> b.bucket("presigned"));
      s3.putObject(p -> p.bucket("presigned").key("a b"), text("hello"));
      try (S3Presigner presigner =
              S3Presigner.builder()
                  .endpointOverride(endpoint)
                  .region(Region.US_EAST_1)
                  .credentialsProvider(StaticCredentialsProvider.create(TEST))
                  .serviceConfiguration(
                      S3Configuration.builder().pathStyleAccessEnabled(true).build())
                  .build();
          HttpClient http = HttpClient.newHttpClient()) {
        URI url =
            presigner
                .presignGetObject(
                    p ->
                        p.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(g -> g.bucket("presigned").key("a b")))
                .url()
                .toURI();
        HttpResponse<String> answer =
            http.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString());
        answers.add(answer.statusCode() + " " + answer.body());
      }
    }
    assertThat(answers).containsExactly("200 hello", "200 hello");
  }

  /** A multipart upload of one S3. */
  private record Upload(Transcript log, String bucket, String key, String id) {

    static Upload begin(Transcript log, String bucket, String key) {
      String[] id = new String[1];
      log.call(
          "begin " + key,
          s3 -> id[0] = s3.createMultipartUpload(u -> u.bucket(bucket).key(key)).uploadId());
      return new Upload(log, bucket, key, id[0]);
    }

    CompletedPart part(int number, RequestBody body) {
      String etag =
          log.tell(
                  "part " + number,
                  s3 ->
                      s3.uploadPart(
                              p -> p.bucket(bucket).key(key).uploadId(id).partNumber(number), body)
                          .eTag())
              .orElseThrow();
      return CompletedPart.builder().partNumber(number).eTag(etag).build();
    }

    String complete(S3Client s3, List<CompletedPart> parts) {
      return s3.completeMultipartUpload(
              c -> c.bucket(bucket).key(key).uploadId(id).multipartUpload(m -> m.parts(parts)))
          .eTag();
    }

    void abort(S3Client s3) {
      s3.abortMultipartUpload(a -> a.bucket(bucket).key(key).uploadId(id));
    }
  }

  /** Runs a scenario on both, each in a bucket of its own, and compares what was answered. */
  private static void same(TestInfo test, BiConsumer<String, Transcript> scenario) {
    String bucket = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    List<List<String>> answers = new ArrayList<>();
    for (S3Client s3 : CLIENTS) {
      Transcript log = new Transcript(s3);
      s3.createBucket(b -> b.bucket(bucket));
      scenario.accept(bucket, log);
      answers.add(log.lines());
    }
    assertThat(answers.getFirst()).hasSameSizeAs(answers.getLast()).isNotEmpty();
    for (int i = 0; i < answers.getFirst().size(); i++) {
      assertThat(answers.getFirst().get(i)).as("call %d", i).isEqualTo(answers.getLast().get(i));
    }
  }

  private static String shown(HeadObjectResponse head) {
    return String.join(
        " ",
        head.eTag(),
        String.valueOf(head.contentLength()),
        head.contentType().replace(" ", ""),
        String.valueOf(head.cacheControl()),
        new TreeMap<>(head.metadata()).toString());
  }

  private static String shown(S3Client s3, Consumer<GetObjectRequest.Builder> request) {
    ResponseBytes<GetObjectResponse> answer = s3.getObjectAsBytes(request);
    GetObjectResponse head = answer.response();
    return String.join(
        " ",
        String.valueOf(head.sdkHttpResponse().statusCode()),
        head.eTag(),
        String.valueOf(head.contentLength()),
        String.valueOf(head.contentRange()),
        head.contentType().replace(" ", ""),
        new TreeMap<>(head.metadata()).toString(),
        Base64.getEncoder().encodeToString(answer.asByteArray()));
  }

  private static String shown(Part part) {
    return part.partNumber() + " " + part.eTag() + " " + part.size();
  }

  private static String listed(S3Client s3, Consumer<ListObjectsV2Request.Builder> request) {
    var list = s3.listObjectsV2(request);
    return list.contents().stream().map(o -> o.key() + " " + o.eTag() + " " + o.size()).toList()
        + " "
        + list.commonPrefixes().stream().map(CommonPrefix::prefix).toList();
  }

  /** Keys as people and programs make them, in no order. */
  private static List<String> keys(Random random) {
    List<String> keys =
        new ArrayList<>(
            List.of(
                "live/index.m3u8",
                "live/1080p/segment_1.m4s",
                "live/1080p/segment_10.m4s",
                "live/1080p/segment_2.m4s",
                "livestream.txt",
                "a b",
                "a+b",
                "a%20b",
                "ünïcödé/видео.mp4",
                "quotes\"'&<>.txt"));
    for (int i = 0; i < 10; i++) {
      keys.add("vod/" + Long.toString(random.nextLong(1 << 30), 36) + "/" + random.nextInt(10));
    }
    Collections.shuffle(keys, random);
    return keys;
  }

  private static RequestBody text(String text) {
    return RequestBody.fromString(text);
  }

  private static S3Client client(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(TEST))
        .build();
  }
}
