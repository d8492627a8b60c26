package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3's callers say must be so: of objects, of the bytes they send, of who they are. */
class S3ConditionsTest {

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private AwsLocal local;
  private S3Client s3;

  @BeforeEach
  void start() {
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));
    s3 =
        S3Client.builder()
            .endpointOverride(local.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .forcePathStyle(true)
            .build();
    s3.createBucket(b -> b.bucket("media"));
  }

  @AfterEach
  void stop() {
    http.close();
    s3.close();
    local.close();
  }

  @Test
  void readsOnlyWhatIsAsTheReaderWantsIt() {
    String etag = put("a", "one");
    Instant modified = s3.headObject(h -> h.bucket("media").key("a")).lastModified();
    Instant before = modified.minus(Duration.ofDays(1));

    assertStatus(304, () -> s3.getObject(g -> g.bucket("media").key("a").ifNoneMatch(etag)));
    assertStatus(
        304, () -> s3.getObject(g -> g.bucket("media").key("a").ifModifiedSince(modified)));
    assertStatus(
        412, () -> s3.getObject(g -> g.bucket("media").key("a").ifUnmodifiedSince(before)));
    assertStatus(412, () -> s3.headObject(h -> h.bucket("media").key("a").ifMatch("\"other\"")));
    s3.getObjectAsBytes(g -> g.bucket("media").key("a").ifMatch(etag).ifUnmodifiedSince(before));
    s3.getObjectAsBytes(g -> g.bucket("media").key("a").ifMatch(etag.replace("\"", "")));
    s3.getObjectAsBytes(
        g -> g.bucket("media").key("a").ifNoneMatch("\"other\"").ifModifiedSince(modified));
  }

  @Test
  void writesAndDeletesOnlyInPlaceOfWhatTheWriterKnows() {
    String etag = put("a", "one");

    assertStatus(412, () -> put("a", "two", p -> p.ifNoneMatch("*")));
    assertStatus(412, () -> put("a", "two", p -> p.ifMatch("\"other\"")));
    assertStatus(404, () -> put("b", "two", p -> p.ifMatch(etag)));
    assertStatus(501, () -> put("a", "two", p -> p.ifNoneMatch("\"other\"")));
    assertStatus(412, () -> s3.deleteObject(d -> d.bucket("media").key("a").ifMatch("\"other\"")));
    assertThat(text("a")).isEqualTo("one");

    put("a", "two", p -> p.ifMatch(etag));
    assertThat(text("a")).isEqualTo("two");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-checksum-crc32, DUoRhQ==, MTIzNA==, BadDigest",
    "x-amz-checksum-crc32c, yZRlqg==, MTIzNA==, BadDigest",
    "x-amz-checksum-crc64nvme, jSnVw/bqjr4=, MTIzNDU2Nzg=, BadDigest",
    "x-amz-checksum-sha1, Kq5sNclPz7QV2+lfQIuc6R7oRu0=, AAAAAAAAAAAAAAAAAAAAAAAAAAA=, BadDigest",
    "x-amz-checksum-sha256, uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=, MTIzNA==, InvalidRequest",
    "Content-MD5, XrY7u+Ae7tCTyyK7j1rNww==, AAAAAAAAAAAAAAAAAAAAAA==, BadDigest",
    "Content-MD5, XrY7u+Ae7tCTyyK7j1rNww==, MTIzNA==, InvalidDigest"
  })
  void refusesBytesThatAreNotWhatTheirWriterSays(
      String header, String right, String wrong, String code) {
    put("a", "hello world", p -> p.overrideConfiguration(o -> o.putHeader(header, right)));

    assertThatThrownBy(
            () ->
                put(
                    "a",
                    "hello world",
                    p -> p.overrideConfiguration(o -> o.putHeader(header, wrong))))
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  @Test
  void tellsReadersTheChecksumAndTheHeadersTheWriterGave() {
    put(
        "a",
        "hello world",
        p ->
            p.checksumCRC32C("yZRlqg==")
                .contentDisposition("attachment")
                .contentEncoding("identity")
                .contentLanguage("de")
                .expires(Instant.parse("2030-01-01T00:00:00Z")));
    s3.copyObject(
        c -> c.sourceBucket("media").sourceKey("a").destinationBucket("media").destinationKey("b"));

    GetObjectResponse answer =
        s3.getObject(
                g ->
                    g.bucket("media")
                        .key("b")
                        .checksumMode(ChecksumMode.ENABLED)
                        .responseContentLanguage("fr"))
            .response();

    assertThat(answer.checksumCRC32C()).isEqualTo("yZRlqg==");
    assertThat(answer.contentDisposition()).isEqualTo("attachment");
    assertThat(answer.contentEncoding()).isEqualTo("identity");
    assertThat(answer.contentLanguage()).isEqualTo("fr");
    assertThat(answer.expiresString()).isEqualTo("Tue, 01 Jan 2030 00:00:00 GMT");
  }

  @Test
  void copiesRangesOfObjectsAsParts() {
    put("a", "0123456789");
    String upload = s3.createMultipartUpload(m -> m.bucket("media").key("b")).uploadId();

    String etag =
        s3.uploadPartCopy(
                u ->
                    u.sourceBucket("media")
                        .sourceKey("a")
                        .destinationBucket("media")
                        .destinationKey("b")
                        .uploadId(upload)
                        .partNumber(1)
                        .copySourceRange("bytes=2-5"))
            .copyPartResult()
            .eTag();
    s3.completeMultipartUpload(
        c ->
            c.bucket("media")
                .key("b")
                .uploadId(upload)
                .multipartUpload(
                    m -> m.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));

    assertThat(text("b")).isEqualTo("2345");
    assertStatus(
        400,
        () ->
            s3.copyObject(
                c ->
                    c.sourceBucket("media")
                        .sourceKey("a")
                        .destinationBucket("media")
                        .destinationKey("a")));
    assertStatus(
        412,
        () ->
            s3.copyObject(
                c ->
                    c.sourceBucket("media")
                        .sourceKey("a")
                        .copySourceIfMatch("\"other\"")
                        .destinationBucket("media")
                        .destinationKey("c")));
  }

  @Test
  void namesTheSignatureItWantsToThoseWhoSignAsBefore() throws Exception {
    put("a", "one");
    HttpResponse<String> presigned =
        get("/media/a?AWSAccessKeyId=test&Signature=c2lnbmF0dXJl&Expires=4102444800", null);
    HttpResponse<String> signed = get("/media/a", "AWS test:c2lnbmF0dXJl");

    for (HttpResponse<String> answer : java.util.List.of(presigned, signed)) {
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .contains("<Code>InvalidRequest</Code>")
          .contains(
              "The authorization mechanism you have provided is not supported. Please use"
                  + " AWS4-HMAC-SHA256.");
    }
  }

  @Test
  void doesNotTakeAnotherListingsTokenForItsOwn() {
    put("a", "one");
    assertStatus(
        400, () -> s3.listObjectsV2(l -> l.bucket("media").continuationToken("not a token")));
    assertThat(
            s3.listObjectsV2(l -> l.bucket("media").fetchOwner(true)).contents().getFirst().owner())
        .isNotNull();
  }

  private String put(String key, String text) {
    return put(key, text, p -> {});
  }

  private String put(
      String key, String text, java.util.function.Consumer<PutObjectRequest.Builder> how) {
    return s3.putObject(
            p -> {
              p.bucket("media").key(key);
              how.accept(p);
            },
            RequestBody.fromString(text))
        .eTag();
  }

  private String text(String key) {
    return s3.getObjectAsBytes(g -> g.bucket("media").key(key)).asUtf8String();
  }

  private HttpResponse<String> get(String path, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(local.endpoint().toString() + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static void assertStatus(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }
}
