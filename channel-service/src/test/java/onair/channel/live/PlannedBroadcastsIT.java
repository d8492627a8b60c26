package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import onair.channel.broadcast.BroadcastsAtHand;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderState;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Broadcasts that begin and end by themselves, by a clock in the test's hands. */
@Import(BroadcastsAtHand.World.class)
class PlannedBroadcastsIT extends ReconcilerScenario {

  private final BroadcastsAtHand broadcasts;

  @Autowired
  PlannedBroadcastsIT(World world, BroadcastsAtHand broadcasts) {
    super(world);
    this.broadcasts = broadcasts;
  }

  @BeforeEach
  void noBroadcasts() {
    jdbc.sql("delete from broadcast").update();
  }

  @Test
  void aChannelIsReadyBeforeItsTimeAndPaidForOnlyFromThenOn() {
    Channel channel = create();
    String broadcast = plan(channel, Duration.ofHours(2), Duration.ofHours(3));

    pass(channel, broadcast, Duration.ofMinutes(109));
    assertThat(encoders.states()).isEmpty();
    assertThat(broadcasts.status(broadcast)).isEqualTo("scheduled");

    pass(channel, broadcast, Duration.ofMinutes(2));
    Channel ready = awaitReady(channel);
    assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
    assertThat(encoders.starts()).isZero();
    assertThat(operation(ready).type()).isEqualTo("channel.prepare");
    pass(ready, broadcast, Duration.ofMinutes(8));
    assertThat(encoders.starts()).isZero();

    pass(ready, broadcast, Duration.ofMinutes(1));
    Channel waiting = awaitWord(ready, Word.WAITING);
    pass(waiting, broadcast, Duration.ofMinutes(58));
    assertThat(now(waiting).status().word()).isEqualTo(Word.WAITING);

    pass(waiting, broadcast, Duration.ofMinutes(2));
    Channel idle = awaitWord(waiting, Word.IDLE);
    assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
    assertThat(told(broadcast))
        .containsExactly(
            "broadcast.scheduled", "broadcast.preparing", "broadcast.on_air", "broadcast.ended");
    assertThat(events(idle))
        .containsSubsequence(
            "channel.created",
            "channel.starting",
            "channel.waiting",
            "channel.stopping",
            "channel.idle");
  }

  @Test
  void whatIsCancelledWhileItIsPreparedIsLetGoOfAndNeverStarted() {
    Channel channel = create();
    String broadcast = plan(channel, Duration.ofHours(1), null);
    pass(channel, broadcast, Duration.ofMinutes(55));
    awaitReady(channel);

    broadcasts.cancel(ORGANIZATION, channel.id().value(), broadcast);
    pass(channel, broadcast, Duration.ofHours(3));

    awaitUntil(channel, now -> now.status().provisioning() == Provisioning.NONE);
    assertThat(encoders.states()).isEmpty();
    assertThat(encoders.starts()).isZero();
    assertThat(told(broadcast))
        .containsExactly("broadcast.scheduled", "broadcast.preparing", "broadcast.cancelled");
  }

  @Test
  void whoStopsTheChannelEndsTheBroadcastAndTheNextOneBeginsAllTheSame() {
    Channel channel = create();
    String first = plan(channel, Duration.ofHours(1), Duration.ofHours(2));
    String second = plan(channel, Duration.ofHours(2), null);
    pass(channel, first, Duration.ofMinutes(61));
    Channel waiting = awaitWord(channel, Word.WAITING);

    awaitWord(stop(waiting), Word.IDLE);
    awaitStatus(first, "ended");
    assertThat(broadcasts.reason(first)).isEqualTo("The channel was stopped.");

    pass(channel, second, Duration.ofMinutes(60));
    awaitWord(channel, Word.WAITING);
    assertThat(broadcasts.status(second)).isEqualTo("on_air");
  }

  @Test
  void aChannelThatIsOnAirAlreadyStaysSoAndIsStoppedInTheEnd() {
    Channel live = bring(create(), Word.LIVE);
    String broadcast = plan(live, Duration.ofHours(1), Duration.ofHours(2));

    pass(live, broadcast, Duration.ofMinutes(61));
    awaitStatus(broadcast, "on_air");
    assertThat(encoders.starts()).isEqualTo(1);

    pass(live, broadcast, Duration.ofMinutes(60));
    awaitWord(live, Word.IDLE);
    awaitStatus(broadcast, "ended");
  }

  @Test
  void whatNobodyWasThereToStartInTimeIsMissed() {
    Channel channel = create();
    String broadcast = plan(channel, Duration.ofHours(1), Duration.ofHours(5));

    pass(channel, broadcast, Duration.ofMinutes(80));

    awaitStatus(broadcast, "missed");
    assertThat(encoders.starts()).isZero();
    assertThat(told(broadcast)).containsExactly("broadcast.scheduled", "broadcast.missed");
  }

  @Test
  void twoDoNotOverlapAndOneWithoutAnEndLeavesNoRoomBehindIt() {
    Channel channel = create();
    plan(channel, Duration.ofHours(1), Duration.ofHours(2));
    plan(channel, Duration.ofHours(3), null);

    plan(channel, Duration.ofHours(2), Duration.ofHours(3));
    for (int minutes : List.of(61, 119, 181, 600)) {
      assertThatThrownBy(
              () -> plan(channel, Duration.ofMinutes(minutes), Duration.ofMinutes(minutes + 5)))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.code()).isEqualTo("broadcast_overlaps"));
    }
  }

  @Test
  void thoseOfAChannelGoWithIt() {
    Channel channel = create();
    String broadcast = plan(channel, Duration.ofHours(1), null);
    pass(channel, broadcast, Duration.ofMinutes(55));
    awaitReady(channel);

    commands.delete(ORGANIZATION, channel.id().value(), IfMatch.any());
    awaitGone(channel);

    assertThat(broadcasts.status(broadcast)).isEqualTo("gone");
    assertThat(told(broadcast)).last().isEqualTo("broadcast.cancelled");
    assertThat(encoders.starts()).isZero();
  }

  private String plan(Channel channel, Duration start, @Nullable Duration stop) {
    Instant now = clock.instant();
    Instant stopAt = stop == null ? null : now.plus(stop);
    String id = broadcasts.plan(ORGANIZATION, channel.id().value(), now.plus(start), stopAt);
    settle(id);
    return id;
  }

  private void pass(Channel channel, String broadcast, Duration time) {
    settle(broadcast);
    pass(channel, time);
    settle(broadcast);
  }

  private Channel awaitReady(Channel channel) {
    return awaitUntil(
        channel,
        now ->
            now.desired() == Desired.READY
                && now.status().equals(ready(now))
                && encoders.states().equals(List.of(EncoderState.IDLE)));
  }

  private static ChannelStatus ready(Channel channel) {
    return new ChannelStatus(
        Word.IDLE, Provisioning.READY, ChannelStatus.Health.UNKNOWN, channel.status().reason());
  }

  private void awaitStatus(String broadcast, String status) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> broadcasts.status(broadcast), status::equals);
  }

  private Channel now(Channel channel) {
    return channels.find(channel.id()).orElseThrow();
  }

  private List<String> told(String broadcast) {
    return jdbc.sql("select type from outbox where resource_id = :id order by seq")
        .param("id", "broadcast/" + broadcast)
        .query(String.class)
        .list();
  }
}
