package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.common.plan.Plan.Billed;
import onair.common.plan.Plan.PricePart;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is billed of a channel, and since when. */
class MeterIT extends ReconcilerScenario {

  private static final String IDLE_CHANNEL = "medialive idle channel";
  private static final String IDLE_INPUT = "medialive idle push input";
  private static final String FLOW = "mediaconnect flow";

  private final Billing billing;

  @Autowired
  MeterIT(World world, Billing billing) {
    super(world);
    this.billing = billing;
  }

  private record Interval(String item, int count, Instant startedAt, @Nullable Instant endedAt) {}

  @Test
  void nothingIsBilledBeforeTheFirstStart() {
    Channel channel = create();
    clock.advance(Duration.ofHours(2));

    assertThat(intervals(channel)).isEmpty();
  }

  @Test
  void whatRunsIsBilledAsThePlanToldFromWhenItRunsUntilItStops() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    assertThat(open(waiting)).isEqualTo(planned(waiting, Billed.RUNNING));
    Instant since = waiting.run().runningSince();
    assertThat(intervals(waiting))
        .filteredOn(interval -> !interval.item().contains("idle"))
        .allMatch(interval -> interval.startedAt().equals(since));

    clock.advance(Duration.ofMinutes(20));
    Channel idle = awaitUntil(stop(waiting), now -> now.holdings().restingSince() != null);

    Instant rests = idle.holdings().restingSince();
    assertThat(intervals(idle))
        .filteredOn(interval -> !interval.item().contains("idle"))
        .isNotEmpty()
        .allSatisfy(
            interval ->
                assertThat(interval.endedAt()).isBetween(rests, rests.plus(Duration.ofSeconds(2))));
  }

  @Test
  void whatIsThereAndDoesNotRunIsBilledUntilItIsRemoved() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    Channel idle =
        awaitUntil(stop(waiting), now -> now.status().provisioning() == Provisioning.READY);

    assertThat(open(idle)).isEqualTo(Map.of(IDLE_CHANNEL, 1, IDLE_INPUT, 1));

    clock.advance(Duration.ofMinutes(61));
    awaitUntil(idle, now -> now.holdings().built() == null);
    assertThat(open(idle)).isEmpty();
  }

  @Test
  void aBackupIsBilledWhileItRestsLikeWhatItBacksUp() {
    var ingest = new ChannelRequest.Ingest("rtmp", null, null, null, true);
    Channel waiting = awaitWord(start(create(ingest, null, null)), Word.WAITING);
    assertThat(open(waiting)).doesNotContainKey(IDLE_INPUT);

    Channel idle =
        awaitUntil(stop(waiting), now -> now.status().provisioning() == Provisioning.READY);

    assertThat(open(idle)).isEqualTo(Map.of(IDLE_CHANNEL, 1, IDLE_INPUT, 2));
  }

  @Test
  void aFlowIsBilledWhileItIsActiveAndItsInputNeverIs() {
    Channel waiting = awaitWord(start(createSrt()), Word.WAITING);

    assertThat(open(waiting)).containsEntry(FLOW, 1);

    Channel idle =
        awaitUntil(stop(waiting), now -> now.status().provisioning() == Provisioning.READY);
    assertThat(open(idle)).isEqualTo(Map.of(IDLE_CHANNEL, 1));
    assertThat(intervals(idle)).noneMatch(interval -> interval.item().equals(IDLE_INPUT));
  }

  @Test
  void everyStartIsBilledByItself() {
    Channel first = awaitWord(start(create()), Word.WAITING);
    Channel idle =
        awaitUntil(stop(first), now -> now.status().provisioning() == Provisioning.READY);
    Channel second = awaitWord(start(idle), Word.WAITING);

    assertThat(intervals(second))
        .filteredOn(interval -> interval.item().startsWith("medialive input"))
        .hasSize(2);
    assertThat(open(second)).isEqualTo(planned(second, Billed.RUNNING));
  }

  @Test
  void allEndsWithTheChannelAndIsStillTold() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());
    awaitGone(waiting);

    assertThat(intervals(waiting))
        .isNotEmpty()
        .allSatisfy(interval -> assertThat(interval.endedAt()).isNotNull());
  }

  private Map<String, Integer> planned(Channel channel, Billed billed) {
    return billing.price(ORGANIZATION, channel.id().value()).orElseThrow().parts().stream()
        .filter(part -> part.billed() == billed)
        .collect(Collectors.toMap(PricePart::item, PricePart::count));
  }

  private Map<String, Integer> open(Channel channel) {
    return intervals(channel).stream()
        .filter(interval -> interval.endedAt() == null)
        .collect(Collectors.toMap(Interval::item, Interval::count));
  }

  private List<Interval> intervals(Channel channel) {
    return jdbc.sql("select * from usage_interval where channel_id = :id order by started_at")
        .param("id", channel.id().value())
        .query(
            (row, number) ->
                new Interval(
                    row.getString("item"),
                    row.getInt("count"),
                    row.getTimestamp("started_at").toInstant(),
                    Times.instant(row.getTimestamp("ended_at"))))
        .list();
  }
}
