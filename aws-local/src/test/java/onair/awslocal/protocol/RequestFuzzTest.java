package onair.awslocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Requests made from the models, as AWS's SDK writes them: one that keeps every constraint is
 * accepted, and each copy of it that breaks a single one is refused with that reason, in the
 * service's own shape and code. {@code -Daws-local.seed=n} replays one with a seed.
 */
class RequestFuzzTest {

  private static final long SEED = Long.getLong("aws-local.seed", 20261122);
  private static final Set<String> CODES =
      Set.of(
          "ValidationException",
          "ValidationError",
          "BadRequestException",
          "InvalidArgument",
          "InvalidParameterValue");

  static Stream<EveryOperationTest.Api> apis() {
    return EveryOperationTest.apis();
  }

  @ParameterizedTest
  @MethodSource("apis")
  void everyValidRequestIsAcceptedAndEverySingleFaultRefusedWithItsReason(
      EveryOperationTest.Api api) {
    RecordingBackend recorder = new RecordingBackend(api.type());
    Service service = Service.load(new Backend(api.signingName(), api.type(), recorder.client()));
    InProcess wire = new InProcess(service);
    ArbitraryShapes shapes = new ArbitraryShapes(new Random(SEED), service.model(), true);
    SingleFaults faults = new SingleFaults(service.model());
    WireFaults bodies = new WireFaults(service.protocol());
    List<String> wrong = new ArrayList<>();
    int count = 0;
    try (SdkClient client = wire.client(api.type())) {
      for (Operation operation : EveryOperationTest.implementable(service.backend())) {
        recorder.willReturn(empty(operation));
        Shape shape = service.model().input(operation.name()).orElse(null);
        SdkPojo valid = shapes.value(SdkJson.builderOf(operation.requestType()), shape);
        AwsServiceException refused = call(client, operation, valid);
        if (refused != null) {
          wrong.add(operation.name() + " is valid, but: " + refused.getMessage());
          continue;
        }
        if (recorder.request() == null) {
          wrong.add(operation.name() + " did not arrive");
        }
        WireRequest sent = wire.request();
        for (SingleFaults.Fault fault : faults.of(valid, shape)) {
          count++;
          wire.forget();
          check(operation, fault, call(client, operation, fault.request()), wire, wrong);
        }
        for (WireFaults.Fault fault :
            bodies.of(sent.body(), valid, service.model().knows(operation.name()))) {
          count++;
          check(
              operation,
              fault,
              wire.send(new WireRequest(sent.signable(), sent.query(), fault.body())),
              wrong);
        }
      }
    }
    assertThat(wrong).as("of %s faults, seed %s", count, SEED).isEmpty();
    assertThat(count).isGreaterThan(40);
  }

  private static void check(
      Operation operation,
      SingleFaults.Fault fault,
      @Nullable AwsServiceException refused,
      InProcess wire,
      List<String> wrong) {
    if (wire.response() == null) {
      return; // the SDK's client refused it itself
    }
    String what = operation.name() + " with " + fault.reason();
    if (refused == null) {
      wrong.add(what + " was accepted");
    } else if (!refused.awsErrorDetails().errorMessage().contains(fault.reason())) {
      wrong.add(what + " was refused because of " + refused.getMessage());
    } else if (refused.statusCode() != status(refused.awsErrorDetails().errorCode())) {
      wrong.add(
          "%s was refused as %d %s"
              .formatted(what, refused.statusCode(), refused.awsErrorDetails().errorCode()));
    }
  }

  /** The status that goes with a code for bad input; 0 for any other code. */
  private static int status(String code) {
    return code.equals("UnprocessableEntityException") ? 422 : CODES.contains(code) ? 400 : 0;
  }

  private static void check(
      Operation operation, WireFaults.Fault fault, WireResponse answer, List<String> wrong) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    boolean refused = answer.status() == 400 || answer.status() == 422;
    if (!refused || !text.contains(fault.reason())) {
      wrong.add(
          "%s with %s was answered %d %s"
              .formatted(operation.name(), fault.reason(), answer.status(), text));
    }
  }

  /** How the service refuses a call; null when it does not. */
  private static @Nullable AwsServiceException call(
      SdkClient client, Operation operation, SdkPojo request) {
    try {
      RecordingBackend.call(client, operation, (SdkRequest) request);
      return null;
    } catch (AwsServiceException e) {
      return e;
    } catch (SdkClientException e) {
      return null; // refused before it was sent, or the empty answer is not what the client wants
    } catch (SdkException e) {
      throw new IllegalStateException(e);
    }
  }

  static SdkResponse empty(Operation operation) {
    Class<? extends SdkPojo> type = operation.method().getReturnType().asSubclass(SdkPojo.class);
    return (SdkResponse) ((Buildable) SdkJson.builderOf(type)).build();
  }
}
