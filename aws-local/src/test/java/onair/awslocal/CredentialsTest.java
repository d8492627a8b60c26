package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.model.NotFoundException;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediastoredata.MediaStoreDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Who may call when keys are configured, asked by AWS's own SDK. */
class CredentialsTest {

  private static final AwsBasicCredentials OURS = AwsBasicCredentials.create("AKIAOURS", "sec/ret");
  private static final AwsBasicCredentials THEIRS =
      AwsBasicCredentials.create("AKIATHEIRS", "other");
  private static final AwsBasicCredentials GUESSED =
      AwsBasicCredentials.create("AKIAOURS", "guessed");
  private static final AwsBasicCredentials UNKNOWN =
      AwsBasicCredentials.create("AKIANOBODY", "sec/ret");

  private static AwsLocal local;

  @BeforeAll
  static void start(@TempDir Path folder) {
    Map<String, String> environment = new HashMap<>();
    for (String port : new String[] {"PORT", "EDGE_PORT", "RTMP_PORT"}) {
      environment.put("AWS_LOCAL_" + port, "0");
    }
    environment.put("AWS_LOCAL_PROFILE", "instant");
    environment.put("AWS_LOCAL_DATA", folder.toString());
    environment.put("AWS_LOCAL_CREDENTIALS", "AKIAOURS:sec/ret,AKIATHEIRS:other:444455556666");
    local = AwsLocal.start(AwsLocalConfig.from(environment));
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  /** A call of a service, and what its protocol says of a wrong signature and of an unknown key. */
  record Caller(
      String name,
      Wrong wrong,
      Wrong unknown,
      java.util.function.Consumer<AwsBasicCredentials> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  record Wrong(int status, String code) {}

  private static final Wrong REST = new Wrong(403, "InvalidSignatureException");
  private static final Wrong REST_UNKNOWN = new Wrong(403, "UnrecognizedClientException");
  private static final Wrong JSON = new Wrong(400, "InvalidSignatureException");
  private static final Wrong JSON_UNKNOWN = new Wrong(400, "UnrecognizedClientException");
  private static final Wrong XML = new Wrong(403, "SignatureDoesNotMatch");
  private static final Wrong XML_UNKNOWN = new Wrong(403, "InvalidClientTokenId");

  static Stream<Arguments> callers() {
    return Stream.of(
            new Caller(
                "MediaLive",
                REST,
                REST_UNKNOWN,
                keys ->
                    using(
                        MediaLiveClient.builder(),
                        keys,
                        c -> {
                          c.listChannels(r -> r.maxResults(3));
                          c.createTags(
                              r -> r.resourceArn(inputOf(c)).tags(Map.of("ü b", "c+d/e&=~*()'")));
                        })),
            new Caller(
                "MediaConvert",
                REST,
                REST_UNKNOWN,
                keys -> using(MediaConvertClient.builder(), keys, c -> c.listJobs(r -> {}))),
            new Caller(
                "EventBridge",
                JSON,
                JSON_UNKNOWN,
                keys -> using(EventBridgeClient.builder(), keys, c -> c.listRules(r -> {}))),
            new Caller(
                "MediaStore",
                JSON,
                JSON_UNKNOWN,
                keys -> using(MediaStoreClient.builder(), keys, c -> c.listContainers(r -> {}))),
            new Caller(
                "SQS",
                JSON,
                JSON_UNKNOWN,
                keys -> using(SqsClient.builder(), keys, c -> c.listQueues(r -> {}))),
            new Caller(
                "CloudFront",
                XML,
                XML_UNKNOWN,
                keys -> using(CloudFrontClient.builder(), keys, c -> c.listDistributions(r -> {}))),
            new Caller(
                "STS",
                XML,
                XML_UNKNOWN,
                keys -> using(StsClient.builder(), keys, c -> c.getCallerIdentity(r -> {}))),
            new Caller(
                "S3",
                XML,
                new Wrong(403, "InvalidAccessKeyId"),
                keys -> {
                  try (S3Client s3 = s3(keys)) {
                    s3.listBuckets();
                    s3.createBucket(b -> b.bucket("signed"));
                    s3.putObject(
                        p ->
                            p.bucket("signed")
                                .key("ä b/+(c)//d.mp4")
                                .metadata(Map.of("a", " b  c")),
                        RequestBody.fromString("hello"));
                    assertThat(
                            s3.getObjectAsBytes(g -> g.bucket("signed").key("ä b/+(c)//d.mp4"))
                                .asUtf8String())
                        .isEqualTo("hello");
                    s3.listObjectsV2(l -> l.bucket("signed").prefix("ä b/+").delimiter("/"));
                  }
                }))
        .map(Arguments::of);
  }

  private static String inputOf(MediaLiveClient client) {
    return client
        .createInputSecurityGroup(g -> g.whitelistRules(w -> w.cidr("10.0.0.0/8")))
        .securityGroup()
        .arn();
  }

  @ParameterizedTest
  @MethodSource("callers")
  void knownKeysCallEveryService(Caller caller) {
    caller.call().accept(OURS);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void wrongSecretsAndUnknownKeysAreRefusedInTheServicesWords(Caller caller) {
    assertRefused(caller, GUESSED, caller.wrong());
    assertRefused(caller, UNKNOWN, caller.unknown());
  }

  private static void assertRefused(Caller caller, AwsBasicCredentials keys, Wrong expected) {
    assertThatThrownBy(() -> caller.call().accept(keys))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(expected.status());
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(expected.code());
            });
  }

  @Test
  void everyKeyHasItsAccountAndSeesOnlyWhatIsInIt() {
    using(
        StsClient.builder(),
        THEIRS,
        c -> assertThat(c.getCallerIdentity().account()).isEqualTo("444455556666"));
    using(
        MediaLiveClient.builder(),
        OURS,
        ours -> {
          String group =
              ours.createInputSecurityGroup(g -> g.whitelistRules(w -> w.cidr("10.0.0.0/8")))
                  .securityGroup()
                  .id();
          using(
              MediaLiveClient.builder(),
              THEIRS,
              theirs ->
                  assertThatThrownBy(
                          () ->
                              theirs.describeInputSecurityGroup(g -> g.inputSecurityGroupId(group)))
                      .isInstanceOf(NotFoundException.class));
        });
  }

  @Test
  void objectsOfMediaStoreAreForThoseWhoSign() {
    using(
        MediaStoreClient.builder(),
        OURS,
        stores -> {
          stores.createContainer(c -> c.containerName("signed"));
          URI endpoint =
              URI.create(
                  stores.describeContainer(c -> c.containerName("signed")).container().endpoint());
          try (MediaStoreDataClient data = data(endpoint, OURS);
              MediaStoreDataClient wrong = data(endpoint, GUESSED)) {
            data.putObject(p -> p.path("a_b/c.ts"), RequestBody.fromString("media"));
            assertThat(data.getObjectAsBytes(g -> g.path("a_b/c.ts")).asUtf8String())
                .isEqualTo("media");
            assertThatThrownBy(() -> wrong.deleteObject(d -> d.path("a_b/c.ts")))
                .isInstanceOfSatisfying(
                    AwsServiceException.class, e -> assertThat(e.statusCode()).isEqualTo(403));
          }
        });
  }

  @Test
  void presignedUrlsAreOfConfiguredKeysOnly() throws Exception {
    try (S3Client s3 = s3(OURS)) {
      s3.createBucket(b -> b.bucket("presigned"));
      s3.putObject(p -> p.bucket("presigned").key("a b"), RequestBody.fromString("hello"));
    }
    assertThat(get(presigned(OURS)).body()).isEqualTo("hello");
    assertThat(get(presigned(GUESSED)).body()).contains("SignatureDoesNotMatch");
    assertThat(get(presigned(UNKNOWN)).body()).contains("InvalidAccessKeyId");
    assertThat(get(presigned(AwsBasicCredentials.create("test", "test"))).statusCode())
        .isEqualTo(403);
  }

  private static URI presigned(AwsBasicCredentials keys) throws Exception {
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(local.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      return presigner
          .presignGetObject(
              p ->
                  p.signatureDuration(Duration.ofMinutes(5))
                      .getObjectRequest(g -> g.bucket("presigned").key("a b")))
          .url()
          .toURI();
    }
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static S3Client s3(AwsBasicCredentials keys) {
    return S3Client.builder()
        .endpointOverride(local.endpoint())
        .region(Region.EU_WEST_1)
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .build();
  }

  private static MediaStoreDataClient data(URI endpoint, AwsBasicCredentials keys) {
    return MediaStoreDataClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(StaticCredentialsProvider.create(keys))
        .build();
  }

  private static <B extends AwsClientBuilder<B, C>, C extends AutoCloseable> void using(
      B builder, AwsBasicCredentials keys, java.util.function.Consumer<C> calls) {
    try (C client =
        builder
            .endpointOverride(local.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(StaticCredentialsProvider.create(keys))
            .build()) {
      calls.accept(client);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
