package onair.awslocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.ChannelSummary;
import software.amazon.awssdk.services.medialive.model.CreateInputSecurityGroupRequest;
import software.amazon.awssdk.services.medialive.model.DescribeChannelResponse;
import software.amazon.awssdk.services.medialive.model.InputSecurityGroup;
import software.amazon.awssdk.services.medialive.model.UpdateChannelRequest;

class ShapesTest {

  private static final Channel CHANNEL =
      Channel.builder()
          .id("1234567")
          .name("a")
          .state(ChannelState.IDLE)
          .pipelinesRunningCount(0)
          .tags(Map.of("k", "v"))
          .destinations(d -> d.id("mp2").mediaPackageSettings(s -> s.channelGroup("g")))
          .encoderSettings(e -> e.timecodeConfig(t -> t.source("SYSTEMCLOCK")))
          .build();

  @Test
  void makesAResponseOutOfAResource() {
    var response = Shapes.fill(DescribeChannelResponse.builder(), CHANNEL).build();

    assertThat(response.id()).isEqualTo("1234567");
    assertThat(response.state()).isEqualTo(ChannelState.IDLE);
    assertThat(response.pipelinesRunningCount()).isZero();
    assertThat(response.encoderSettings()).isEqualTo(CHANNEL.encoderSettings());
    assertThat(response.destinations()).isEqualTo(CHANNEL.destinations());
    assertThat(response.tags()).containsEntry("k", "v");
    assertThat(response.hasInputAttachments()).isFalse();
  }

  @Test
  void leavesOutWhatTheTargetDoesNotHave() {
    var summary = Shapes.fill(ChannelSummary.builder(), CHANNEL).build();

    assertThat(summary.name()).isEqualTo("a");
    assertThat(summary.destinations()).isEqualTo(CHANNEL.destinations());
  }

  @Test
  void keepsMembersAnUpdateDoesNotName() {
    var update = UpdateChannelRequest.builder().channelId("1").name("b").build();

    var changed = Shapes.fill(CHANNEL.toBuilder(), update).build();

    assertThat(changed).isEqualTo(CHANNEL.toBuilder().name("b").build());
  }

  @Test
  void anEmptyListIsAValueAndReplaces() {
    var update = UpdateChannelRequest.builder().destinations(List.of()).build();

    var changed = Shapes.fill(CHANNEL.toBuilder(), update).build();

    assertThat(changed.hasDestinations()).isTrue();
    assertThat(changed.destinations()).isEmpty();
  }

  @Test
  void copiesNestedShapesOfAnotherType() {
    var request =
        CreateInputSecurityGroupRequest.builder().whitelistRules(r -> r.cidr("10.0.0.0/8")).build();

    var group = Shapes.fill(InputSecurityGroup.builder(), request).build();

    assertThat(group.whitelistRules()).singleElement().extracting("cidr").isEqualTo("10.0.0.0/8");
  }
}
