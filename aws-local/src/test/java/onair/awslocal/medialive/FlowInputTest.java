package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import onair.awslocal.media.FlowFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputClass;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.MediaConnectFlowRequest;

/** Inputs that are fed by flows. */
class FlowInputTest {

  private static final String FLOW = "arn:aws:mediaconnect:eu-west-1:111122223333:flow:1-a-b:ev";

  @TempDir Path folder;
  private MediaLive aws;

  @BeforeEach
  void start() throws Exception {
    aws = MediaLive.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void inputHasAnOutputOnItsFlowAsLongAsItIsThere() {
    Input input = create(FLOW);
    assertThat(input.inputClass()).isEqualTo(InputClass.SINGLE_PIPELINE);
    assertThat(aws.flows.outputs).containsExactly(FLOW + " " + input.arn());

    aws.settle();
    aws.client.deleteInput(i -> i.inputId(input.id()));
    aws.settle();

    assertThat(aws.flows.outputs).isEmpty();
  }

  @Test
  void inputOfAFlowThatDoesNotExistIsNotMade() {
    assertThatThrownBy(() -> create(FLOW, FakeFlows.MISSING))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining(FakeFlows.MISSING);

    assertThat(aws.client.listInputs().inputs()).isEmpty();
    assertThat(aws.flows.outputs).isEmpty();
  }

  @Test
  void otherFlowsTakeThePlaceOfTheOldOnes() {
    Input input = create(FLOW);
    aws.settle();

    aws.client.updateInput(
        i -> i.inputId(input.id()).mediaConnectFlows(f -> f.flowArn(FLOW + "-2")));
    assertThat(aws.flows.outputs).containsExactly(FLOW + "-2 " + input.arn());

    assertThatThrownBy(
            () ->
                aws.client.updateInput(
                    i ->
                        i.inputId(input.id()).mediaConnectFlows(f -> f.flowArn(FakeFlows.MISSING))))
        .isInstanceOf(BadRequestException.class);
    assertThat(aws.flows.outputs).containsExactly(FLOW + "-2 " + input.arn());
    assertThat(aws.client.describeInput(i -> i.inputId(input.id())).mediaConnectFlows())
        .singleElement()
        .extracting("flowArn")
        .isEqualTo(FLOW + "-2");
  }

  @Test
  void aProcessThatWasKilledBeforeAnInputHadItsOutputLeavesThatToTheNext() throws Exception {
    Input input = create(FLOW);
    aws.close();

    aws = MediaLive.in(folder); // with flows that know nothing of it

    assertThat(aws.flows.outputs).containsExactly(FLOW + " " + input.arn());
  }

  @Test
  void runningChannelEncodesTheFlow() {
    Input input = create(FLOW);
    aws.settle();
    String channel =
        aws.client.createChannel(ChannelRequests.live("ev", input.id())).channel().id();
    aws.settle();
    aws.client.startChannel(c -> c.channelId(channel));
    aws.settle();

    assertThat(aws.encoders.jobs.get(channel).source()).isEqualTo(new FlowFeed(FLOW));
  }

  private Input create(String... flows) {
    return aws.client
        .createInput(
            i ->
                i.type(InputType.MEDIACONNECT)
                    .roleArn("arn:aws:iam::111122223333:role/MediaLive")
                    .mediaConnectFlows(
                        Arrays.stream(flows)
                            .map(arn -> MediaConnectFlowRequest.builder().flowArn(arn).build())
                            .toList()))
        .input();
  }
}
