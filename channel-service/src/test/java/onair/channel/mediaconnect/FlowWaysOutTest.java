package onair.channel.mediaconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import onair.channel.parts.ObservedFlow;
import onair.common.reconcile.Found;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.mediaconnect.MediaConnectClient;
import software.amazon.awssdk.services.mediaconnect.model.BadRequestException;
import software.amazon.awssdk.services.mediaconnect.model.DeleteFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.DeleteFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.DescribeFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.DescribeFlowResponse;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.NotFoundException;
import software.amazon.awssdk.services.mediaconnect.model.Status;
import software.amazon.awssdk.services.mediaconnect.model.StopFlowRequest;
import software.amazon.awssdk.services.mediaconnect.model.StopFlowResponse;

/** Whatever MediaConnect is doing with a flow, deleting it again and again ends with it gone. */
class FlowWaysOutTest {

  private static final int LOOKS = 6;
  private static final String ARN = "arn:aws:mediaconnect:eu-west-1:0:flow:1:a";

  private final Scripted client = new Scripted();
  private final MediaConnectFlows flows =
      new MediaConnectFlows(
          client, new FlowShapes("role"), Duration.ofMillis(-1), InstantSource.system());

  @ParameterizedTest
  @EnumSource
  void aFlowInAnyStateIsGoneAfterAFewLooks(Status status) {
    client.status = status;

    assertThat(looksUntilGone()).isLessThanOrEqualTo(LOOKS);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aFlowThatFailedIsGoneWhetherAwsStopsItOrOnlyDeletesIt(boolean stops) {
    client.status = Status.ERROR;
    client.stopsWhatFailed = stops;

    assertThat(looksUntilGone()).isLessThanOrEqualTo(LOOKS);
  }

  private int looksUntilGone() {
    for (int looks = 1; looks <= LOOKS; looks++) {
      Found<ObservedFlow> found = flows.observe(ARN).orElse(null);
      if (found == null) {
        return looks;
      }
      flows.delete(found);
    }
    return Integer.MAX_VALUE;
  }

  /** One flow by MediaConnect's rules, whose states go on at each look. */
  private static final class Scripted implements MediaConnectClient {

    private @Nullable Status status;
    private boolean stopsWhatFailed = true;

    @Override
    public DescribeFlowResponse describeFlow(DescribeFlowRequest request) {
      if (status == null) {
        throw NotFoundException.builder().statusCode(404).message("no flow").build();
      }
      Status now = status;
      status =
          switch (now) {
            case STARTING, UPDATING -> Status.ACTIVE;
            case STOPPING -> Status.STANDBY;
            case DELETING -> null;
            default -> now;
          };
      return DescribeFlowResponse.builder()
          .flow(Flow.builder().flowArn(ARN).name("flow").status(now).build())
          .build();
    }

    @Override
    public StopFlowResponse stopFlow(StopFlowRequest request) {
      boolean taken =
          status == Status.ACTIVE
              || (stopsWhatFailed
                  && (status == Status.ERROR || status == Status.UNKNOWN_TO_SDK_VERSION));
      if (!taken) {
        throw refusal();
      }
      status = Status.STOPPING;
      return StopFlowResponse.builder().build();
    }

    @Override
    public DeleteFlowResponse deleteFlow(DeleteFlowRequest request) {
      if (status != Status.STANDBY && !(status == Status.ERROR && !stopsWhatFailed)) {
        throw refusal();
      }
      status = Status.DELETING;
      return DeleteFlowResponse.builder().build();
    }

    private static BadRequestException refusal() {
      return BadRequestException.builder()
          .statusCode(400)
          .message("not in that state")
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .serviceName("MediaConnect")
                  .errorCode("BadRequestException")
                  .errorMessage("not in that state")
                  .build())
          .build();
    }

    @Override
    public String serviceName() {
      return "mediaconnect";
    }

    @Override
    public void close() {}
  }
}
