package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.resource.RequestBodies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;

/** Minimal valid request bodies of real use; AWS's models accept each of them, so must we. */
class RequestBodiesTest {

  private static final RequestBodies BODIES = RequestBodies.beside(RequestBodiesTest.class);

  /** What this machine does not carry: segments of MPEG-TS, and CMAF ingest of somebody else. */
  private static final List<String> NOT_CARRIED = List.of("HLS->", "CmafIngest group");

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

  static List<String> createInputs() {
    return BODIES.of("CreateInput");
  }

  static List<String> createChannels() {
    return BODIES.of("CreateChannel");
  }

  @Test
  void anInputSecurityGroup() {
    var request = BODIES.body("CreateInputSecurityGroup", CreateInputSecurityGroupRequest.class);

    var group = aws.client.createInputSecurityGroup(request).securityGroup();

    assertThat(group.tags()).isEqualTo(request.tags());
    assertThat(group.whitelistRules()).extracting("cidr").containsExactly("203.0.113.0/24");
  }

  @ParameterizedTest
  @MethodSource("createInputs")
  void anInput(String name) {
    CreateInputRequest request = BODIES.body(name, CreateInputRequest.class);
    if (request.hasInputSecurityGroups()) {
      request = request.toBuilder().inputSecurityGroups(aws.group()).build();
    }

    var input = aws.client.createInput(request).input();
    aws.settle();

    assertThat(input.type()).isEqualTo(request.type());
    assertThat(aws.client.describeInput(i -> i.inputId(input.id())).state())
        .isEqualTo(InputState.DETACHED);
    assertThat(aws.client.createInput(request).input().id()).isEqualTo(input.id());
  }

  @ParameterizedTest
  @MethodSource("createChannels")
  void aChannelThatStartsAndStops(String name) {
    CreateChannelRequest request = attached(BODIES.body(name, CreateChannelRequest.class));

    String id = aws.client.createChannel(request).channel().id();
    aws.settle();
    var described = aws.client.describeChannel(c -> c.channelId(id));
    assertThat(described.encoderSettings()).isEqualTo(request.encoderSettings());
    assertThat(described.destinations()).isEqualTo(request.destinations());
    aws.client.startChannel(c -> c.channelId(id));
    aws.settle();

    assertThat(aws.state(id)).isEqualTo(ChannelState.RUNNING);
    boolean carried = NOT_CARRIED.stream().noneMatch(name::contains);
    int pipelines = ChannelRow.pipelines(request.channelClass());
    assertThat(aws.encoders.jobs).hasSize(carried ? pipelines : 0);
    assertThat(aws.client.listAlerts(a -> a.channelId(id)).alerts())
        .extracting(ChannelAlert::alertType)
        .hasSize(carried ? pipelines : 1)
        .containsOnly(carried ? "Video Not Detected" : "Not Carried By Local AWS");
    aws.client.stopChannel(c -> c.channelId(id));
    aws.settle();
    assertThat(aws.state(id)).isEqualTo(ChannelState.IDLE);
  }

  /** The bodies name inputs of some account; here each gets an input of its own. */
  private CreateChannelRequest attached(CreateChannelRequest request) {
    List<InputAttachment> attachments = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (InputAttachment attachment : request.inputAttachments()) {
      ids.put(attachment.inputId(), standardInput("in-" + attachment.inputId()));
    }
    for (InputAttachment attachment : request.inputAttachments()) {
      InputAttachment.Builder own = attachment.toBuilder().inputId(ids.get(attachment.inputId()));
      if (attachment.automaticInputFailoverSettings() != null) {
        var failover = attachment.automaticInputFailoverSettings();
        own.automaticInputFailoverSettings(
            failover.toBuilder().secondaryInputId(ids.get(failover.secondaryInputId())).build());
      }
      attachments.add(own.build());
    }
    return request.toBuilder().inputAttachments(attachments).build();
  }

  /** One with two sources fits channels of both classes. */
  private String standardInput(String stream) {
    String group = aws.group();
    return aws.client
        .createInput(
            i ->
                i.type(InputType.RTMP_PUSH)
                    .inputSecurityGroups(group)
                    .destinations(
                        d -> d.streamName("live/" + stream + "-a"),
                        d -> d.streamName("live/" + stream + "-b")))
        .input()
        .id();
  }
}
