package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import onair.awslocal.media.IngestPoint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.medialive.model.BadRequestException;
import software.amazon.awssdk.services.medialive.model.ConflictException;
import software.amazon.awssdk.services.medialive.model.CreateInputRequest;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputClass;
import software.amazon.awssdk.services.medialive.model.InputDestination;
import software.amazon.awssdk.services.medialive.model.InputDestinationRequest;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroupState;
import software.amazon.awssdk.services.medialive.model.InputState;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

class InputTest {

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

  private CreateInputRequest.Builder push(String... streams) {
    return CreateInputRequest.builder()
        .name("in")
        .type(InputType.RTMP_PUSH)
        .inputSecurityGroups(aws.group())
        .destinations(
            Arrays.stream(streams)
                .map(stream -> InputDestinationRequest.builder().streamName(stream).build())
                .toList());
  }

  private Input create(CreateInputRequest.Builder request) {
    return aws.client.createInput(request.build()).input();
  }

  @Test
  void aPushInputTellsItsAddressAndAdmitsPublishersAtOnce() {
    Input input = create(push("live/k3x9"));

    assertThat(input.id()).matches("\\d{7}");
    assertThat(input.arn())
        .isEqualTo("arn:aws:medialive:eu-west-1:111122223333:input:" + input.id());
    assertThat(input.state()).isEqualTo(InputState.CREATING);
    assertThat(input.inputClass()).isEqualTo(InputClass.SINGLE_PIPELINE);
    assertThat(input.destinations())
        .containsExactly(
            InputDestination.builder()
                .ip("127.0.0.1")
                .port("1935")
                .url("rtmp://127.0.0.1:1935/live/k3x9")
                .build());
    assertThat(aws.encoders.open).containsExactly(new IngestPoint("live", "k3x9"));
    aws.pass(Duration.ofMillis(300));
    assertThat(aws.client.describeInput(i -> i.inputId(input.id())).state())
        .isEqualTo(InputState.DETACHED);
  }

  @Test
  void twoDestinationsMakeAStandardInput() {
    Input input = create(push("live/a", "live/b"));

    assertThat(input.inputClass()).isEqualTo(InputClass.STANDARD);
    assertThat(aws.encoders.open)
        .containsExactly(new IngestPoint("live", "a"), new IngestPoint("live", "b"));
  }

  @Test
  void aDeletedInputRefusesPublishersAndIsForgottenAfterAWhile() {
    Input input = create(push("live/a"));
    aws.settle();

    aws.client.deleteInput(i -> i.inputId(input.id()));
    assertThat(aws.client.describeInput(i -> i.inputId(input.id())).state())
        .isEqualTo(InputState.DELETING);
    aws.settle();

    assertThat(aws.client.describeInput(i -> i.inputId(input.id())).state())
        .isEqualTo(InputState.DELETED);
    assertThat(aws.encoders.open).isEmpty();
    assertThat(aws.client.listInputs().inputs()).isEmpty();
    aws.pass(Duration.ofMinutes(5));
    assertThatThrownBy(() -> aws.client.describeInput(i -> i.inputId(input.id())))
        .isInstanceOf(NotFoundException.class);
    assertThat(create(push("live/a")).state()).isEqualTo(InputState.CREATING);
  }

  @Test
  void onlyADetachedInputCanBeDeleted() {
    Input input = create(push("live/a"));
    assertThatThrownBy(() -> aws.client.deleteInput(i -> i.inputId(input.id())))
        .isInstanceOf(ConflictException.class);
    aws.settle();
    aws.client.createChannel(ChannelRequests.live("a", input.id()));

    assertThatThrownBy(() -> aws.client.deleteInput(i -> i.inputId(input.id())))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("attached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "live", "live/", "/a", "live/a/b", "live/a b", "live/ä"})
  void aStreamNameHasAnAppAndAnInstance(String stream) {
    assertThatThrownBy(() -> create(push(stream)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("<app>/<instance>");
  }

  @Test
  void aStreamNameIsInUseOnlyOnceOnThisMachine() {
    Input first = create(push("live/a-secret-key"));

    assertThatThrownBy(() -> create(push("live/a-secret-key")))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining(first.id())
        .hasMessageNotContaining("a-secret-key");
    assertThatThrownBy(() -> create(push("live/x", "live/x")))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void aPushInputNeedsASecurityGroupThatExistsAndOneOrTwoDestinations() {
    assertThatThrownBy(() -> create(push("live/a").inputSecurityGroups("1234567")))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> create(push("live/a").inputSecurityGroups()))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> create(push())).isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> create(push("l/a", "l/b", "l/c")))
        .isInstanceOf(BadRequestException.class);
    assertThat(aws.encoders.open).isEmpty();
  }

  @Test
  void theSameRequestIdGivesTheSameInput() {
    CreateInputRequest request = push("live/a").requestId("r1").build();
    Input first = aws.client.createInput(request).input();

    assertThat(aws.client.createInput(request).input().id()).isEqualTo(first.id());
    assertThatThrownBy(() -> aws.client.createInput(request.toBuilder().name("other").build()))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void newDestinationsCloseTheOldOnes() {
    Input input = create(push("live/old"));
    aws.settle();

    Input updated =
        aws.client
            .updateInput(i -> i.inputId(input.id()).destinations(d -> d.streamName("live/new")))
            .input();

    assertThat(updated.destinations().getFirst().url()).endsWith("/live/new");
    assertThat(updated.name()).isEqualTo("in");
    assertThat(aws.encoders.open).containsExactly(new IngestPoint("live", "new"));
  }

  @Test
  void anUpdateWithoutDestinationsKeepsThem() {
    Input input = create(push("live/a"));
    aws.settle();

    Input updated = aws.client.updateInput(i -> i.inputId(input.id()).name("b")).input();

    assertThat(updated.name()).isEqualTo("b");
    assertThat(updated.destinations()).isEqualTo(input.destinations());
    assertThat(aws.encoders.open).containsExactly(new IngestPoint("live", "a"));
  }

  @Test
  void anInputOfARunningChannelCannotBeUpdated() {
    String channel = aws.runningChannel("show").id();
    String input = aws.client.listInputs().inputs().getFirst().id();

    assertThatThrownBy(() -> aws.client.updateInput(i -> i.inputId(input).name("x")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining(channel);
  }

  @Test
  void aSecurityGroupIsInUseWhileAnInputNamesIt() {
    Input input = create(push("live/a"));
    String group = input.securityGroups().getFirst();
    aws.settle();

    var used = aws.client.describeInputSecurityGroup(g -> g.inputSecurityGroupId(group));
    assertThat(used.state()).isEqualTo(InputSecurityGroupState.IN_USE);
    assertThat(used.inputs()).containsExactly(input.id());
    assertThat(used.arn())
        .isEqualTo("arn:aws:medialive:eu-west-1:111122223333:inputSecurityGroup:" + group);
    assertThatThrownBy(
            () -> aws.client.deleteInputSecurityGroup(g -> g.inputSecurityGroupId(group)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("still being used by inputs");

    aws.client.deleteInput(i -> i.inputId(input.id()));
    aws.settle();
    assertThat(aws.client.describeInputSecurityGroup(g -> g.inputSecurityGroupId(group)).state())
        .isEqualTo(InputSecurityGroupState.IDLE);
    aws.client.deleteInputSecurityGroup(g -> g.inputSecurityGroupId(group));
    assertThat(aws.client.describeInputSecurityGroup(g -> g.inputSecurityGroupId(group)).state())
        .isEqualTo(InputSecurityGroupState.DELETED);
    assertThat(aws.client.listInputSecurityGroups().inputSecurityGroups()).isEmpty();
    aws.pass(Duration.ofMinutes(5));
    assertThatThrownBy(
            () -> aws.client.describeInputSecurityGroup(g -> g.inputSecurityGroupId(group)))
        .isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "256.0.0.0/8", "10.0.0/8", "x", "::/0"})
  void aSecurityGroupTakesOnlyAddressRanges(String cidr) {
    assertThatThrownBy(
            () -> aws.client.createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr(cidr))))
        .isInstanceOf(BadRequestException.class);
  }

  @Test
  void aSecurityGroupNeedsARuleAndItsRulesCanBeReplaced() {
    assertThatThrownBy(() -> aws.client.createInputSecurityGroup(g -> {}))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Must specify at least one whitelist");
    String group = aws.group();

    aws.client.updateInputSecurityGroup(
        g ->
            g.inputSecurityGroupId(group)
                .whitelistRules(r -> r.cidr("10.0.0.0/8"), r -> r.cidr("192.168.0.0/16")));

    assertThat(
            aws.client
                .describeInputSecurityGroup(g -> g.inputSecurityGroupId(group))
                .whitelistRules())
        .extracting("cidr")
        .containsExactly("10.0.0.0/8", "192.168.0.0/16");
  }
}
