package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.OperationStatus;
import onair.channel.parts.EncoderState;
import onair.common.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Broadcasts that are completed, broadcasters that are kicked, and channels that are disabled. */
class ChannelGateIT extends ReconcilerScenario {

  private final ChannelGate gate;

  @Autowired
  ChannelGateIT(World world, ChannelGate gate) {
    super(world);
    this.gate = gate;
  }

  @Test
  void aBroadcastThatIsCompletedHasAClosedSessionAndTheChannelIsIdle() {
    Channel live = bring(create(), Word.LIVE);

    Channel completing = gate.complete(ORGANIZATION, live.id().value());

    assertThat(completing.status().word()).isEqualTo(Word.STOPPING);
    Channel idle = awaitWord(completing, Word.IDLE);
    assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
    assertThat(operation(idle).type()).isEqualTo("channel.complete");
    assertThat(operation(idle).status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(sessions(live)).containsExactly("session.started", "session.ended");
    assertThat(events(idle)).endsWith("channel.live", "channel.stopping", "channel.idle");
    assertConflict(() -> gate.complete(ORGANIZATION, live.id().value()));
  }

  @Test
  void aDisabledChannelIsTakenOffTheAirAndHasNothingThatKnowsItsKey() {
    Channel live = bring(create(), Word.LIVE);

    Channel disabling = gate.disable(ORGANIZATION, live.id().value());

    assertThat(disabling.status().word()).isEqualTo(Word.STOPPING);
    Channel disabled =
        awaitUntil(disabling, now -> operation(now).status() == OperationStatus.SUCCEEDED);
    assertThat(disabled.status().word()).isEqualTo(Word.DISABLED);
    assertThat(disabled.status().provisioning()).isEqualTo(Provisioning.NONE);
    assertThat(encoders.states()).isEmpty();
    assertThat(cloud.all("medialive-input")).isEmpty();
    assertThat(events(disabled)).endsWith("channel.live", "channel.stopping", "channel.disabled");
    assertThat(gate.disable(ORGANIZATION, live.id().value()).version())
        .isEqualTo(disabled.version());
  }

  @Test
  void aDisabledChannelRefusesToStartUntilItIsEnabled() {
    Channel channel = create();
    Channel disabled = gate.disable(ORGANIZATION, channel.id().value());
    assertThat(disabled.status().word()).isEqualTo(Word.DISABLED);
    settle(channel.id().value());

    assertConflict(() -> start(channel));
    assertConflict(() -> stop(channel));
    clock.advance(Duration.ofDays(1));
    settle(channel.id().value());
    assertThat(cloud.made()).isEmpty();

    Channel idle = gate.enable(ORGANIZATION, channel.id().value());
    assertThat(idle.status().word()).isEqualTo(Word.IDLE);
    assertThat(idle.streamKey()).isEqualTo(channel.streamKey());
    assertConflict(() -> gate.enable(ORGANIZATION, channel.id().value()));
    awaitWord(start(channel), Word.WAITING);
    assertThat(events(channel))
        .containsSubsequence(
            "channel.created",
            "channel.disabled",
            "channel.idle",
            "channel.starting",
            "channel.waiting");
  }

  @Test
  void whoIsKickedIsCutOffAndTheSessionGoesOnWithAnotherKey() {
    Channel live = bring(create(), Word.LIVE);

    Channel kicked = commands.kick(ORGANIZATION, live.id().value());

    assertThat(kicked.streamKey()).isNotEqualTo(live.streamKey());
    awaitUntil(kicked, now -> encoders.starts() == 2 && now.status().word() == Word.LIVE);
    assertThat(cloud.all("medialive-input")).hasSize(1);
    assertThat(events(live))
        .containsSubsequence(
            "channel.live", "channel.kicked", "channel.reconnecting", "channel.live");
    assertThat(sessions(live)).containsExactly("session.started");
  }

  @Test
  void nobodyIsKickedFromAChannelThatIsOffTheAir() {
    Channel idle = create();

    assertConflict(() -> commands.kick(ORGANIZATION, idle.id().value()));
  }

  private static void assertConflict(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("status_conflict"));
  }

  private List<String> sessions(Channel channel) {
    return jdbc.sql(
            "select type from outbox where type like 'session.%'"
                + " and detail::jsonb -> 'data' ->> 'channel_id' = :id order by seq")
        .param("id", channel.id().value())
        .query(String.class)
        .list();
  }
}
