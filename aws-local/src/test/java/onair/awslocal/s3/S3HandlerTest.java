package onair.awslocal.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.resource.Scope;
import onair.awslocal.signature.AccessKey;
import onair.awslocal.signature.AccessKeys;
import onair.awslocal.signature.Signatures;
import onair.awslocal.state.StateStore;
import onair.awslocal.store.ObjectStore;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
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
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class S3HandlerTest {
  private static final int FIVE_MIB = 5 * 1024 * 1024;
  private static final StaticCredentialsProvider KNOWN =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIAKNOWN", "the-secret"));

  @TempDir private Path folder;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  private final HttpClient http = HttpClient.newHttpClient();
  private final OriginDirectory origins = new OriginDirectory();
  private Server server;
  private URI endpoint;
  private S3Client s3;
  private StateStore state;

  @BeforeEach
  void start() throws Exception {
    InstantSource clock = now::get;
    state = new StateStore(folder.resolve("state"));
    ObjectStore store = new ObjectStore("s3", state, folder.resolve("objects"), clock);
    server = new Server();
    HttpConfiguration verbatim = new HttpConfiguration();
    verbatim.setHeaderCacheCaseSensitive(true);
    verbatim.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(verbatim));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new S3Handler(
            store,
            state,
            new Signatures(
                AccessKeys.anybody(
                    List.of(new AccessKey("AKIAKNOWN", "the-secret", "111122223333")),
                    "111122223333"),
                clock),
            clock,
            origins,
            new Scope("111122223333", "eu-west-1"),
            (call, onwards) -> onwards.get()));
    server.start();
    endpoint = URI.create("http://127.0.0.1:" + connector.getLocalPort());
    s3 =
        S3Client.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(KNOWN)
            .forcePathStyle(true)
            .build();
  }

  @AfterEach
  void stop() throws Exception {
    s3.close();
    server.stop();
    state.close();
  }

  @Test
  void keepsTagsTheBlockOnPublicAccessAndLifecycleRulesOfABucket() {
    s3.createBucket(
        request ->
            request
                .bucket("media")
                .createBucketConfiguration(with -> with.tags(t -> t.key("owner").value("a"))));
    assertThat(s3.getBucketTagging(request -> request.bucket("media")).tagSet())
        .extracting(software.amazon.awssdk.services.s3.model.Tag::value)
        .containsExactly("a");
    assertThatThrownBy(() -> s3.getPublicAccessBlock(request -> request.bucket("media")))
        .isInstanceOf(S3Exception.class)
        .hasMessageContaining("404");

    s3.putPublicAccessBlock(
        request ->
            request
                .bucket("media")
                .publicAccessBlockConfiguration(with -> with.blockPublicAcls(true)));

    assertThat(
            s3.getPublicAccessBlock(request -> request.bucket("media"))
                .publicAccessBlockConfiguration()
                .blockPublicAcls())
        .isTrue();
  }

  @Test
  void abortsAnUploadThatWaitedLongerThanTheBucketsRuleAllows() {
    s3.createBucket(request -> request.bucket("media"));
    s3.putBucketLifecycleConfiguration(
        request ->
            request
                .bucket("media")
                .lifecycleConfiguration(
                    with ->
                        with.rules(
                            rule ->
                                rule.id("abort")
                                    .status("Enabled")
                                    .filter(filter -> filter.prefix(""))
                                    .abortIncompleteMultipartUpload(
                                        abort -> abort.daysAfterInitiation(1)))));
    s3.createMultipartUpload(request -> request.bucket("media").key("a"));
    assertThat(s3.listMultipartUploads(request -> request.bucket("media")).uploads()).hasSize(1);

    now.updateAndGet(time -> time.plus(java.time.Duration.ofHours(25)));

    assertThat(s3.listMultipartUploads(request -> request.bucket("media")).uploads()).isEmpty();
  }

  @Test
  void givesBackWhatWasPutWithItsMetadataRangesAndConditions() {
    s3.createBucket(request -> request.bucket("media"));
    byte[] bytes = random(1_000_000);
    String key = "a folder/ümlaut +&=/../clip.mp4";
    String etag =
        s3.putObject(
                request ->
                    request
                        .bucket("media")
                        .key(key)
                        .contentType("video/mp4")
                        .cacheControl("max-age=60")
                        .metadata(Map.of("origin", "camera")),
                RequestBody.fromBytes(bytes))
            .eTag();

    var whole = s3.getObjectAsBytes(request -> request.bucket("media").key(key));
    assertThat(whole.asByteArray()).isEqualTo(bytes);
    assertThat(whole.response().contentType()).isEqualTo("video/mp4");
    assertThat(whole.response().cacheControl()).isEqualTo("max-age=60");
    assertThat(whole.response().metadata()).containsEntry("origin", "camera");
    assertThat(whole.response().eTag()).isEqualTo(etag);
    assertThat(
            s3.getObjectAsBytes(request -> request.bucket("media").key(key).range("bytes=10-19"))
                .asByteArray())
        .isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
    assertThat(
            s3.getObjectAsBytes(request -> request.bucket("media").key(key).range("bytes=-5"))
                .asByteArray())
        .isEqualTo(Arrays.copyOfRange(bytes, bytes.length - 5, bytes.length));
    assertStatus(
        416,
        () ->
            s3.getObjectAsBytes(
                request -> request.bucket("media").key(key).range("bytes=2000000-")));
    assertStatus(
        304,
        () -> s3.getObjectAsBytes(request -> request.bucket("media").key(key).ifNoneMatch(etag)));
    assertStatus(
        412,
        () ->
            s3.getObjectAsBytes(request -> request.bucket("media").key(key).ifMatch("\"other\"")));
    assertThat(s3.headObject(request -> request.bucket("media").key(key)).contentLength())
        .isEqualTo(bytes.length);
  }

  @Test
  void decodesStreamedBodiesWithTheirTrailingChecksum() {
    s3.createBucket(request -> request.bucket("media"));
    byte[] bytes = random(300_000);

    s3.putObject(
        request -> request.bucket("media").key("streamed"),
        RequestBody.fromContentProvider(
            () -> new java.io.ByteArrayInputStream(bytes), bytes.length, "x/y"));

    assertThat(
            s3.getObjectAsBytes(request -> request.bucket("media").key("streamed")).asByteArray())
        .isEqualTo(bytes);
  }

  @Test
  void refusesWhatIsNotThereAndWhatIsThereAlready() {
    s3.createBucket(request -> request.bucket("media"));

    assertThatThrownBy(() -> s3.createBucket(request -> request.bucket("media")))
        .isInstanceOf(BucketAlreadyOwnedByYouException.class);
    assertThatThrownBy(() -> s3.getObjectAsBytes(request -> request.bucket("media").key("none")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(
            () ->
                s3.putObject(
                    request -> request.bucket("nothing").key("k"), RequestBody.fromString("x")))
        .isInstanceOf(NoSuchBucketException.class);
    assertThatThrownBy(() -> s3.headBucket(request -> request.bucket("nothing")))
        .isInstanceOf(NoSuchBucketException.class);
    assertStatus(501, () -> s3.getBucketAcl(request -> request.bucket("media")));
    s3.putObject(request -> request.bucket("media").key("k"), RequestBody.fromString("x"));
    assertStatus(409, () -> s3.deleteBucket(request -> request.bucket("media")));
    s3.deleteObject(request -> request.bucket("media").key("k"));
    s3.deleteObject(request -> request.bucket("media").key("k"));
    s3.deleteBucket(request -> request.bucket("media"));
    assertThat(s3.listBuckets().buckets()).isEmpty();
  }

  @Test
  void listsEveryKeyOnceOverPagesAndFoldsPrefixes() {
    s3.createBucket(request -> request.bucket("media"));
    for (String key : List.of("a/1", "a/2", "b/1", "b/x/2", "c", "d", "e/1")) {
      s3.putObject(request -> request.bucket("media").key(key), RequestBody.fromString(key));
    }

    var folded =
        s3.listObjectsV2Paginator(request -> request.bucket("media").delimiter("/").maxKeys(2));

    assertThat(
            folded.stream()
                .flatMap(page -> page.commonPrefixes().stream())
                .map(prefix -> prefix.prefix()))
        .containsExactly("a/", "b/", "e/");
    assertThat(folded.contents().stream().map(object -> object.key())).containsExactly("c", "d");
    assertThat(
            s3
                .listObjectsV2Paginator(request -> request.bucket("media").prefix("b/").maxKeys(1))
                .contents()
                .stream()
                .map(object -> object.key()))
        .containsExactly("b/1", "b/x/2");
    s3.deleteObjects(
        request ->
            request
                .bucket("media")
                .delete(delete -> delete.objects(o -> o.key("c"), o -> o.key("d"))));
    assertThat(s3.listObjectsV2(request -> request.bucket("media")).keyCount()).isEqualTo(5);
  }

  @Test
  void joinsPartsInOrderAndRefusesOthers() {
    s3.createBucket(request -> request.bucket("media"));
    String id =
        s3.createMultipartUpload(
                request -> request.bucket("media").key("big").contentType("video/mp4"))
            .uploadId();
    byte[] one = random(FIVE_MIB);
    byte[] two = random(1234);
    String first = part(id, 1, one);
    String second = part(id, 2, random(10));
    String secondAgain = part(id, 2, two);

    assertThat(s3.listParts(request -> request.bucket("media").key("big").uploadId(id)).parts())
        .hasSize(2);
    assertStatus(400, () -> complete(id, part(1, first), part(2, second)));
    assertStatus(400, () -> complete(id, part(2, secondAgain), part(1, first)));
    assertStatus(400, () -> complete(id, part(1, first), part(3, first)));
    complete(id, part(1, first), part(2, secondAgain));

    byte[] joined =
        s3.getObjectAsBytes(request -> request.bucket("media").key("big")).asByteArray();
    assertThat(joined).hasSize(FIVE_MIB + 1234).startsWith(one).endsWith(two);
    assertThatThrownBy(() -> complete(id, part(1, first)))
        .isInstanceOf(NoSuchUploadException.class);
    String aborted =
        s3.createMultipartUpload(request -> request.bucket("media").key("never")).uploadId();
    part(aborted, 1, two);
    s3.abortMultipartUpload(request -> request.bucket("media").key("never").uploadId(aborted));
    assertThat(s3.listMultipartUploads(request -> request.bucket("media")).uploads()).isEmpty();
  }

  @Test
  void refusesAPartBelowFiveMebibytesThatIsNotTheLast() {
    s3.createBucket(request -> request.bucket("media"));
    String id = s3.createMultipartUpload(request -> request.bucket("media").key("big")).uploadId();
    String first = part(id, 1, random(100));
    String second = part(id, 2, random(100));

    assertThatThrownBy(() -> complete(id, part(1, first), part(2, second)))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("EntityTooSmall"));
  }

  @Test
  void believesAPresignedUrlOnlyWhenUnchangedAndInTime() throws Exception {
    s3.createBucket(request -> request.bucket("media"));
    URI put;
    URI get;
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_1)
            .credentialsProvider(KNOWN)
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      put =
          presigner
              .presignPutObject(
                  p ->
                      p.signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(r -> r.bucket("media").key("up load.mp4")))
              .url()
              .toURI();
      get =
          presigner
              .presignGetObject(
                  p ->
                      p.signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(r -> r.bucket("media").key("up load.mp4")))
              .url()
              .toURI();
    }

    assertThat(send("PUT", put, "hello").statusCode()).isEqualTo(200);
    assertThat(send("GET", get, null).body()).isEqualTo("hello");
    assertThat(send("DELETE", get, null).statusCode()).isEqualTo(403);
    assertThat(send("GET", URI.create(get.toString().replace("up%20load", "other")), null).body())
        .contains("SignatureDoesNotMatch");
    assertThat(
            send("GET", URI.create(get.toString().replace("AKIAKNOWN", "AKIAOTHER")), null)
                .statusCode())
        .isEqualTo(403);
    assertThat(send("GET", URI.create(endpoint + "/media/up%20load.mp4"), null).statusCode())
        .isEqualTo(403);
    now.set(Instant.now().plus(Duration.ofMinutes(6)));
    assertThat(send("GET", get, null).body()).contains("Request has expired");
  }

  @Test
  void letsPagesInThatTheCorsRulesName() throws Exception {
    s3.createBucket(request -> request.bucket("media"));
    s3.putBucketCors(
        request ->
            request
                .bucket("media")
                .corsConfiguration(
                    cors ->
                        cors.corsRules(
                            rule ->
                                rule.allowedOrigins("https://*.example.com")
                                    .allowedMethods("PUT")
                                    .allowedHeaders("*")
                                    .exposeHeaders("ETag")
                                    .maxAgeSeconds(60))));

    assertThat(preflight("https://studio.example.com", "PUT").statusCode()).isEqualTo(200);
    assertThat(
            preflight("https://studio.example.com", "PUT")
                .headers()
                .firstValue("Access-Control-Expose-Headers"))
        .hasValue("ETag");
    assertThat(preflight("https://studio.example.com", "DELETE").statusCode()).isEqualTo(403);
    assertThat(preflight("https://evil.example.org", "PUT").statusCode()).isEqualTo(403);
    assertThat(s3.getBucketCors(request -> request.bucket("media")).corsRules()).hasSize(1);
  }

  @Test
  void refusesHostileDocumentsAndBrokenFraming() throws Exception {
    s3.createBucket(request -> request.bucket("media"));
    String bomb =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"b\">]><Delete><Object><Key>&a;</Key></Object></Delete>";
    HttpRequest signed =
        HttpRequest.newBuilder(URI.create(endpoint + "/media?delete"))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0")
            .POST(HttpRequest.BodyPublishers.ofString(bomb))
            .build();
    assertThat(http.send(signed, HttpResponse.BodyHandlers.ofString()).body())
        .contains("MalformedXML");
    HttpRequest framed =
        HttpRequest.newBuilder(URI.create(endpoint + "/media/k"))
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/s3/aws4_request, SignedHeaders=host, Signature=0")
            .header("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")
            .PUT(HttpRequest.BodyPublishers.ofString("zz\r\nnothing"))
            .build();
    assertThat(http.send(framed, HttpResponse.BodyHandlers.ofString()).body())
        .contains("IncompleteBody");
    assertThat(s3.listObjectsV2(request -> request.bucket("media")).keyCount()).isZero();
  }

  private HttpResponse<String> preflight(String origin, String method) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + "/media/key"))
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", method)
            .header("Access-Control-Request-Headers", "content-type")
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> send(String method, URI uri, String body) throws Exception {
    var publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8);
    return http.send(
        HttpRequest.newBuilder(uri).method(method, publisher).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private String part(String id, int number, byte[] bytes) {
    return s3.uploadPart(
            request -> request.bucket("media").key(keyOf(id)).uploadId(id).partNumber(number),
            RequestBody.fromBytes(bytes))
        .eTag();
  }

  private String keyOf(String id) {
    return s3.listMultipartUploads(request -> request.bucket("media")).uploads().stream()
        .filter(upload -> upload.uploadId().equals(id))
        .findFirst()
        .orElseThrow()
        .key();
  }

  private static CompletedPart part(int number, String etag) {
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private void complete(String id, CompletedPart... parts) {
    s3.completeMultipartUpload(
        request ->
            request
                .bucket("media")
                .key("big")
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(parts)));
  }

  private static void assertStatus(
      int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
