package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** S3 as services and browsers reach it: on the API's port, beside every other service. */
class S3OverHttpTest {

  private static final int FIVE_MIB = 5 * 1024 * 1024;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private AwsLocal local;
  private S3Client s3;

  @BeforeEach
  void start() {
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));
    s3 = client("test", "test");
    s3.createBucket(b -> b.bucket("media"));
  }

  @AfterEach
  void stop() {
    http.close();
    s3.close();
    local.close();
  }

  @Test
  void joinsPartsThatABrowserSentToPresignedUrls() throws Exception {
    String upload =
        s3.createMultipartUpload(m -> m.bucket("media").key("up/load.mp4").contentType("video/mp4"))
            .uploadId();
    byte[] first = random(FIVE_MIB);
    byte[] second = random(999);

    List<CompletedPart> parts = new ArrayList<>();
    for (byte[] part : List.of(first, second)) {
      int number = parts.size() + 1;
      HttpResponse<String> sent = put(presignedPart("test", upload, number), part);
      assertThat(sent.statusCode()).isEqualTo(200);
      String etag = sent.headers().firstValue("ETag").orElseThrow();
      parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
    }
    s3.completeMultipartUpload(
        c ->
            c.bucket("media")
                .key("up/load.mp4")
                .uploadId(upload)
                .multipartUpload(m -> m.parts(parts)));

    var object =
        s3.getObjectAsBytes(
            g -> g.bucket("media").key("up/load.mp4").range("bytes=%d-".formatted(FIVE_MIB)));
    assertThat(object.asByteArray()).isEqualTo(second);
    assertThat(object.response().contentType()).isEqualTo("video/mp4");
    assertThat(object.response().contentRange())
        .isEqualTo("bytes %d-%d/%d".formatted(FIVE_MIB, FIVE_MIB + 998, FIVE_MIB + 999));
    assertThat(object.response().eTag()).endsWith("-2\"");
  }

  @Test
  void keepsNothingOfAnUploadThatIsAborted() throws Exception {
    String upload = s3.createMultipartUpload(m -> m.bucket("media").key("up/load.mp4")).uploadId();
    put(presignedPart("test", upload, 1), random(1000));

    s3.abortMultipartUpload(a -> a.bucket("media").key("up/load.mp4").uploadId(upload));

    assertThat(put(presignedPart("test", upload, 2), random(10)).body()).contains("NoSuchUpload");
    assertThatThrownBy(
            () -> s3.listParts(l -> l.bucket("media").key("up/load.mp4").uploadId(upload)))
        .isInstanceOf(NoSuchUploadException.class);
    assertThat(filesBelow(folder.resolve("objects"))).isZero();
    s3.deleteBucket(d -> d.bucket("media"));
    s3.createBucket(c -> c.bucket("media"));
  }

  @Test
  void refusesAPresignedUrlOfAnotherSecret() throws Exception {
    String upload = s3.createMultipartUpload(m -> m.bucket("media").key("up/load.mp4")).uploadId();

    HttpResponse<String> wrong = put(presignedPart("stolen", upload, 1), random(10));
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).contains("SignatureDoesNotMatch");
  }

  @Test
  void listsAThousandKeysAndMoreOverPagesInOrder() {
    for (int i = 0; i < 25; i++) {
      String key = "many/%02d".formatted(i);
      s3.putObject(p -> p.bucket("media").key(key), RequestBody.empty());
    }

    List<String> keys =
        s3
            .listObjectsV2Paginator(l -> l.bucket("media").prefix("many/").maxKeys(10))
            .contents()
            .stream()
            .map(S3Object::key)
            .toList();

    assertThat(keys).hasSize(25).isSorted().doesNotHaveDuplicates();
    var first = s3.listObjects(l -> l.bucket("media").maxKeys(20));
    assertThat(first.isTruncated()).isTrue();
    assertThat(s3.listObjects(l -> l.bucket("media").marker(first.nextMarker())).contents())
        .hasSize(5);
  }

  @Test
  void takesKeysThatLookLikePathsAsNames() throws IOException {
    long before = filesBelow(folder);
    for (String key :
        List.of("a/../b", "a/b/../../etc/passwd", "/absolute", "%2e%2e/x", "a//b", "a/..")) {
      s3.putObject(p -> p.bucket("media").key(key), RequestBody.fromString(key));
      assertThat(s3.getObjectAsBytes(g -> g.bucket("media").key(key)).asUtf8String())
          .isEqualTo(key);
    }

    assertThat(s3.listObjectsV2(l -> l.bucket("media")).keyCount()).isEqualTo(6);
    assertThat(filesBelow(folder) - before).as("a file and a row each").isEqualTo(12);
    assertThat(filesBelow(folder.resolve("objects"))).isEqualTo(6);
    for (String refused : List.of("../../escaped", "a/../../etc/passwd", "a\u0001b")) {
      assertThatThrownBy(
              () -> s3.putObject(p -> p.bucket("media").key(refused), RequestBody.empty()))
          .isInstanceOfSatisfying(
              S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    }
  }

  @Test
  void checksTheTrailingChecksumOfAStreamedBody() throws Exception {
    byte[] bytes = random(200_000);
    s3.putObject(
        p -> p.bucket("media").key("checked").checksumAlgorithm(ChecksumAlgorithm.CRC32),
        RequestBody.fromContentProvider(
            () -> new java.io.ByteArrayInputStream(bytes), bytes.length, "video/mp4"));
    assertThat(s3.getObjectAsBytes(g -> g.bucket("media").key("checked")).asByteArray())
        .isEqualTo(bytes);

    String framed = "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n";
    HttpRequest damaged =
        HttpRequest.newBuilder(local.endpoint().resolve("/media/damaged"))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=other/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0")
            .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
            .header("x-amz-trailer", "x-amz-checksum-crc32")
            .PUT(HttpRequest.BodyPublishers.ofString(framed))
            .build();
    HttpResponse<String> refused = http.send(damaged, HttpResponse.BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("BadDigest");
    assertThat(s3.listObjectsV2(l -> l.bucket("media").prefix("damaged")).keyCount()).isZero();
  }

  @Test
  void letsAnybodyReadWhatThePolicyOpensByTheBucketsHostOrPath() throws Exception {
    s3.putObject(p -> p.bucket("media").key("open/a b.txt"), RequestBody.fromString("hello"));
    s3.putObject(p -> p.bucket("media").key("closed.txt"), RequestBody.fromString("secret"));
    s3.putBucketPolicy(
        p ->
            p.bucket("media")
                .policy(
                    """
                    {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*",
                     "Action": "s3:GetObject", "Resource": "arn:aws:s3:::media/open/*"}}
                    """));

    assertThat(raw("/open/a%20b.txt", "media.s3.eu-west-1.amazonaws.com", "bytes=1-2"))
        .startsWith("HTTP/1.1 206 ")
        .contains("Content-Range: bytes 1-2/5")
        .endsWith("\r\n\r\nel");
    assertThat(raw("/media/open/a%20b.txt", "localhost", null)).endsWith("hello");
    assertThat(raw("/closed.txt", "media.s3.eu-west-1.amazonaws.com", null))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContain("secret");
    assertThat(raw("/open/none", "media.s3.eu-west-1.amazonaws.com", null))
        .as("who may not list cannot tell what is missing")
        .startsWith("HTTP/1.1 403 ");
    assertThat(raw("/x", "nobodys.s3.eu-west-1.amazonaws.com", null)).contains("NoSuchBucket");
  }

  @Test
  void keepsItsObjectsWhenItIsStartedAgain() {
    s3.putObject(p -> p.bucket("media").key("kept"), RequestBody.fromString("kept"));
    local.close();
    local = AwsLocal.start(AwsLocalConfig.forTests(folder));

    try (S3Client again = client("test", "test")) {
      assertThat(again.getObjectAsBytes(g -> g.bucket("media").key("kept")).asUtf8String())
          .isEqualTo("kept");
    }
  }

  private S3Client client(String key, String secret) {
    return S3Client.builder()
        .endpointOverride(local.endpoint())
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
        .build();
  }

  private URI presignedPart(String secret, String upload, int number) throws Exception {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(local.endpoint())
            .region(Region.EU_WEST_1)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", secret)))
            .build()) {
      return presigner
          .presignUploadPart(
              p ->
                  p.signatureDuration(Duration.ofHours(1))
                      .uploadPartRequest(
                          u ->
                              u.bucket("media")
                                  .key("up/load.mp4")
                                  .uploadId(upload)
                                  .partNumber(number)))
          .url()
          .toURI();
    }
  }

  private HttpResponse<String> put(URI uri, byte[] body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri)
            .header("Origin", "https://studio.example.com")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String path, String host, String range) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", local.endpoint().getPort())) {
      socket.setSoTimeout(10_000);
      String part = range == null ? "" : "Range: " + range + "\r\n";
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n".formatted(path, host, part);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static long filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(path -> !path.endsWith(".lock")).count();
    }
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
