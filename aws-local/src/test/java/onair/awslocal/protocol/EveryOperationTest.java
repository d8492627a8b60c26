package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconvert.MediaConvertClient;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.mediapackage.MediaPackageClient;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagevod.MediaPackageVodClient;
import software.amazon.awssdk.services.mediastore.MediaStoreClient;
import software.amazon.awssdk.services.mediatailor.MediaTailorClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Every operation of every service, called with the AWS SDK over HTTP with random values. */
class EveryOperationTest {

  private static final int ROUNDS = 2;

  /** Calls that carry no signature; aws-local has no identity providers. */
  private static final Set<String> UNSIGNED =
      Set.of("AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");

  record Api(
      String signingName, Class<? extends SdkClient> type, Function<LocalApi, SdkClient> client) {
    @Override
    public String toString() {
      return signingName;
    }
  }

  static Stream<Api> apis() {
    return Stream.of(
        new Api("medialive", MediaLiveClient.class, api -> api.client(MediaLiveClient.builder())),
        new Api(
            "mediaconnect",
            MediaConnectClient.class,
            api -> api.client(MediaConnectClient.builder())),
        new Api(
            "mediaconvert",
            MediaConvertClient.class,
            api -> api.client(MediaConvertClient.builder())),
        new Api(
            "mediapackage",
            MediaPackageClient.class,
            api -> api.client(MediaPackageClient.builder())),
        new Api(
            "mediapackage-vod",
            MediaPackageVodClient.class,
            api -> api.client(MediaPackageVodClient.builder())),
        new Api(
            "mediapackagev2",
            MediaPackageV2Client.class,
            api -> api.client(MediaPackageV2Client.builder())),
        new Api(
            "mediastore", MediaStoreClient.class, api -> api.client(MediaStoreClient.builder())),
        new Api(
            "cloudfront", CloudFrontClient.class, api -> api.client(CloudFrontClient.builder())),
        new Api(
            "mediatailor", MediaTailorClient.class, api -> api.client(MediaTailorClient.builder())),
        new Api("events", EventBridgeClient.class, api -> api.client(EventBridgeClient.builder())),
        new Api(
            "monitoring", CloudWatchClient.class, api -> api.client(CloudWatchClient.builder())),
        new Api(
            "secretsmanager",
            SecretsManagerClient.class,
            api -> api.client(SecretsManagerClient.builder())),
        new Api(
            "servicequotas",
            ServiceQuotasClient.class,
            api -> api.client(ServiceQuotasClient.builder())),
        new Api("ssm", SsmClient.class, api -> api.client(SsmClient.builder())),
        new Api("sts", StsClient.class, api -> api.client(StsClient.builder())),
        new Api(
            "sqs",
            SqsClient.class,
            // Random texts have no right MD5 sums.
            api -> api.client(SqsClient.builder().checksumValidationEnabled(false))));
  }

  @ParameterizedTest
  @MethodSource("apis")
  void bringsRequestsAndResponsesOverUnchanged(Api service) {
    RecordingBackend recorder = new RecordingBackend(service.type());
    Backend backend = new Backend(service.signingName(), service.type(), recorder.client());
    ServiceModel model = ServiceModel.load(service.signingName());
    Random random = new Random(20261122);
    ArbitraryShapes shapes = new ArbitraryShapes(random, model);
    try (LocalApi api = new LocalApi(backend);
        SdkClient client = service.client().apply(api)) {
      for (Operation operation : implementable(backend)) {
        for (int round = 0; round < ROUNDS; round++) {
          SdkRequest request = request(shapes, operation, model);
          SdkResponse response = response(shapes, operation, model);
          recorder.willReturn(response);
          SdkResponse received = RecordingBackend.call(client, operation, request);
          assertSame("request", operation, request, recorder.request());
          assertSame("response", operation, response, received);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("apis")
  void givesEveryModelledErrorItsTypeStatusAndMessage(Api service) throws Exception {
    RecordingBackend recorder = new RecordingBackend(service.type());
    Backend backend = new Backend(service.signingName(), service.type(), recorder.client());
    ServiceModel model = ServiceModel.load(service.signingName());
    ArbitraryShapes shapes = new ArbitraryShapes(new Random(1), model);
    try (LocalApi api = new LocalApi(backend);
        SdkClient client = service.client().apply(api)) {
      Set<Shape> seen = new HashSet<>();
      for (Operation operation : implementable(backend)) {
        SdkRequest request = request(shapes, operation, model);
        for (Shape error : model.errors(operation.name()).stream().filter(seen::add).toList()) {
          AwsServiceException thrown = exception(operation, error);
          recorder.willThrow(thrown);
          AwsServiceException caught = caught(client, operation, request);
          String what = operation.name() + " " + error.name();
          if (isTheOnly(error, model)) {
            assertThat(caught).as(what).isInstanceOf(thrown.getClass());
          }
          assertThat(caught.statusCode()).as(what).isEqualTo(error.errorStatus());
          assertThat(caught.awsErrorDetails().errorMessage())
              .as(what)
              .isEqualTo("no <way> & \"so\"");
          assertThat(caught.requestId()).as(what).matches("[0-9a-f-]{36}");
        }
      }
    }
  }

  /** CloudWatch has errors that share a code or, but for their suffix, a name. */
  private static boolean isTheOnly(Shape error, ServiceModel model) {
    return model.errors().stream()
            .filter(
                other ->
                    other.errorCode().equals(error.errorCode())
                        || strip(other.name()).equalsIgnoreCase(strip(error.name())))
            .count()
        == 1;
  }

  private static void assertSame(
      String what, Operation operation, SdkPojo expected, SdkPojo actual) {
    assertThat(actual.equalsBySdkFields(expected))
        .as("%s of %s: sent %s, arrived %s", what, operation.name(), expected, actual)
        .isTrue();
  }

  static List<Operation> implementable(Backend backend) {
    return Operations.of(backend).values().stream()
        .filter(operation -> operation.method() != null)
        .filter(operation -> !UNSIGNED.contains(operation.name()))
        .toList();
  }

  private static SdkRequest request(
      ArbitraryShapes shapes, Operation operation, ServiceModel model) {
    return (SdkRequest)
        shapes.value(
            SdkJson.builderOf(operation.requestType()), model.input(operation.name()).orElse(null));
  }

  private static SdkResponse response(
      ArbitraryShapes shapes, Operation operation, ServiceModel model) {
    Class<? extends SdkPojo> type = operation.method().getReturnType().asSubclass(SdkPojo.class);
    return (SdkResponse)
        shapes.value(SdkJson.builderOf(type), model.output(operation.name()).orElse(null));
  }

  private static AwsServiceException exception(Operation operation, Shape error) throws Exception {
    String name =
        Stream.of(operation.method().getExceptionTypes())
            .map(Class::getSimpleName)
            .filter(simple -> strip(simple).equalsIgnoreCase(strip(error.name())))
            .findFirst()
            .orElseThrow();
    Class<?> type = Class.forName(operation.requestType().getPackageName() + "." + name);
    AwsServiceException.Builder builder =
        (AwsServiceException.Builder) type.getMethod("builder").invoke(null);
    return builder.message("no <way> & \"so\"").build();
  }

  private static String strip(String name) {
    return name.replaceFirst("(Exception|Fault)$", "");
  }

  private static AwsServiceException caught(
      SdkClient client, Operation operation, SdkRequest request) {
    try {
      RecordingBackend.call(client, operation, request);
    } catch (AwsServiceException e) {
      return e;
    }
    throw new AssertionError(operation.name() + " did not fail");
  }
}
