package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.OperationStatus;
import onair.channel.parts.FlowSpec;
import onair.channel.parts.FlowState;
import onair.channel.parts.InputSpec;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a channel that is contributed to by SRT. */
class SrtChannelIT extends ReconcilerScenario {

  @Autowired
  SrtChannelIT(World world) {
    super(world);
  }

  @Test
  void aStartMakesTheFlowBeforeTheInputAndStartsItBeforeTheEncoder() {
    Channel waiting = awaitWord(start(createSrt("203.0.113.0/24")), Word.WAITING);

    assertThat(cloud.made())
        .containsSubsequence(
            "secretsmanager-secret", "mediaconnect-flow", "medialive-input", "medialive-channel")
        .doesNotContain("medialive-input-security-group");
    String flow = cloud.all("mediaconnect-flow").getFirst().id();
    assertThat(cloud.all("mediaconnect-flow").getFirst().spec())
        .isInstanceOfSatisfying(
            FlowSpec.class,
            spec -> {
              assertThat(spec.cidr()).isEqualTo("203.0.113.0/24");
              assertThat(spec.port()).isEqualTo(waiting.srtPort());
            });
    assertThat(cloud.all("medialive-input").getFirst().spec())
        .isEqualTo(new InputSpec.FromFlow(flow));
    assertThat(flows.states()).containsExactly(FlowState.ACTIVE);
    assertThat(waiting.holdings().ingestUrl()).isEqualTo("srt://203.0.113.9:" + waiting.srtPort());
    assertThat(operation(waiting).steps())
        .hasSize(9)
        .allMatch(step -> step.status() == onair.channel.operation.Step.Status.SUCCEEDED);
  }

  @Test
  void isLiveAndReconnectingAsAnyOtherChannel() {
    bring(createSrt("203.0.113.0/24"), Word.RECONNECTING);

    assertThat(flows.states()).containsExactly(FlowState.ACTIVE);
  }

  @Test
  void isIdleOnlyOnceTheFlowCostsNothingAnyMore() {
    Channel waiting = awaitWord(start(createSrt("203.0.113.0/24")), Word.WAITING);
    flows.afterStop(FlowState.STOPPING);

    Channel stopping = stop(waiting);
    awaitUntil(stopping, now -> flows.calls().contains("stop"));
    clock.advance(Duration.ofSeconds(10));
    assertThat(channels.find(stopping.id()).orElseThrow().status().word()).isEqualTo(Word.STOPPING);
    assertThat(operation(stopping).status()).isNotEqualTo(OperationStatus.SUCCEEDED);

    flows.all(FlowState.STANDBY);
    awaitWord(stopping, Word.IDLE);
    assertThat(flows.calls()).containsExactly("start", "stop");
    assertThat(cloud.all("mediaconnect-flow")).hasSize(1);
  }

  @Test
  void aFlowThatSomebodyStopsOrThatFailsIsStartedAgain() {
    Channel waiting = awaitWord(start(createSrt("203.0.113.0/24")), Word.WAITING);

    flows.all(FlowState.STANDBY);
    awaitUntil(waiting, now -> flows.states().equals(List.of(FlowState.ACTIVE)));
    flows.all(FlowState.ERROR);
    awaitUntil(waiting, now -> flows.states().equals(List.of(FlowState.ACTIVE)));
  }

  @Test
  void aLostAnswerAboutTheFlowLeavesOneFlow() {
    cloud.loseAnswerOf("mediaconnect-flow");

    awaitWord(start(createSrt("203.0.113.0/24")), Word.WAITING);

    assertThat(cloud.all("mediaconnect-flow")).hasSize(1);
  }

  @Test
  void aDeleteWaitsForWhatGoesWithTheChannelAndLeavesNothingAndGivesThePortBack() {
    Channel waiting = awaitWord(start(createSrt("203.0.113.0/24")), Word.WAITING);
    companions.has(waiting, true);

    Channel deleted = commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());
    assertThat(companions.heardDeleted(waiting)).isTrue();
    awaitUntil(deleted, now -> cloud.all().isEmpty());
    assertThat(channels.find(waiting.id())).isPresent();

    companions.has(waiting, false);
    awaitGone(waiting);
    assertThat(jdbc.sql("select count(*) from srt_port").query(Long.class).single()).isZero();
  }

  @Test
  void noTwoChannelsHaveTheSamePort() {
    assertThat(createSrt("203.0.113.0/24").srtPort())
        .isNotNull()
        .isNotEqualTo(createSrt("203.0.113.0/24").srtPort());
    assertThat(create().srtPort()).isNull();
  }
}
