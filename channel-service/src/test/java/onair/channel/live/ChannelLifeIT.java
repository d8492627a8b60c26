package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.operation.Operation;
import onair.channel.operation.OperationStatus;
import onair.channel.operation.Step;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderState;
import onair.channel.parts.EndpointSpec;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a channel when AWS does as it is asked. */
class ChannelLifeIT extends ReconcilerScenario {

  @Autowired
  ChannelLifeIT(World world) {
    super(world);
  }

  @Test
  void aNewChannelHasNothingInAws() {
    Channel channel = create();

    assertThat(channel.status()).isEqualTo(ChannelStatus.NEW);
    assertThat(operation(channel).status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void aStartMakesEverythingInOrderAndThenWaitsForTheBroadcaster() {
    Channel channel = start(create());
    assertThat(channel.status().word()).isEqualTo(Word.STARTING);

    Channel waiting = awaitWord(channel, Word.WAITING);

    assertThat(cloud.made())
        .containsExactly(
            "mediapackage-channel",
            "mediapackage-channel-policy",
            "mediapackage-endpoint",
            "mediapackage-endpoint-policy",
            "medialive-input-security-group",
            "medialive-input",
            "medialive-channel");
    assertThat(waiting.holdings().origin())
        .isNotNull()
        .satisfies(
            origin ->
                assertThat(origin.path()).startsWith("/out/v1/onair-test/").endsWith("/cmaf"));
    assertThat(waiting.holdings().ingestUrl()).isEqualTo("rtmp://203.0.113.9:1935/live");
    assertThat(waiting.status().provisioning()).isEqualTo(Provisioning.RUNNING);
    Operation operation = operation(waiting);
    assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(operation.steps())
        .hasSize(8)
        .allMatch(step -> step.status() == Step.Status.SUCCEEDED)
        .allMatch(step -> step.finishedAt() != null)
        .filteredOn(step -> !step.name().equals("encoder-running"))
        .allMatch(step -> step.resource() != null);
  }

  @Test
  void isLiveWhenAnEventTellsThatInputIsThereAndReconnectingWhenItIsGone() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    encoders.alerts(false);
    tellInput(waiting);
    Channel live = awaitWithoutTime(waiting, now -> now.status().word() == Word.LIVE);
    assertThat(live.status().health()).isEqualTo(ChannelStatus.Health.HEALTHY);

    encoders.alerts(true);
    tellInput(waiting);
    awaitWithoutTime(waiting, now -> now.status().word() == Word.RECONNECTING);

    encoders.alerts(false);
    tellInput(waiting);
    awaitWithoutTime(waiting, now -> now.status().word() == Word.LIVE);
    assertThat(events(waiting))
        .containsExactly(
            "channel.created",
            "channel.starting",
            "channel.updated",
            "channel.waiting",
            "channel.live",
            "channel.reconnecting",
            "channel.live");
  }

  @Test
  void findsOutWithoutEventsThatItIsLiveAndThatItIsNotAnyMore() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    encoders.alerts(false);
    awaitWord(waiting, Word.LIVE);
    encoders.alerts(true);
    awaitWord(waiting, Word.RECONNECTING);
  }

  @Test
  void everyEventHasAHigherVersionThanTheOneBeforeAndNoneHoldsTheStreamKey() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    List<String> details =
        jdbc.sql("select detail from outbox where resource_id = :id order by seq")
            .param("id", "channel/" + waiting.id())
            .query(String.class)
            .list();
    List<Long> versions =
        jdbc.sql(
                "select (detail::jsonb -> 'resource' ->> 'version')::bigint from outbox"
                    + " where resource_id = :id order by seq")
            .param("id", "channel/" + waiting.id())
            .query(Long.class)
            .list();

    assertThat(versions).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
    assertThat(details).noneMatch(detail -> detail.contains(waiting.streamKey().value()));
    assertThat(details.getFirst())
        .contains("\"origin_path\":null")
        .contains("\"hls\":\"index.m3u8\"")
        .contains("\"playback_id\":\"" + waiting.playbackId() + "\"");
  }

  @Test
  void tellsSinceWhenThereIsMediaWhileItIsLiveAndNotAfterwards() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);
    encoders.alerts(false);
    Channel live = awaitWord(waiting, Word.LIVE);

    assertThat(told("channel.waiting", live)).contains("\"start_over\":null");
    assertThat(told("channel.live", live))
        .contains("\"since\":\"" + live.run().askedAt() + "\"", "\"window_seconds\":3600");
    awaitWord(stop(live), Word.IDLE);
    assertThat(told("channel.stopping", live)).contains("\"start_over\":null");
  }

  private String told(String type, Channel channel) {
    return jdbc.sql(
            "select detail from outbox where resource_id = :id and detail::jsonb ->> 'type' = :type")
        .param("id", "channel/" + channel.id())
        .param("type", type)
        .query(String.class)
        .single();
  }

  @Test
  void aStopKeepsWhatIsThereUntilItWasNotUsedForLong() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    assertThat(idle.status().provisioning()).isEqualTo(Provisioning.READY);
    assertThat(encoders.states()).containsExactly(EncoderState.IDLE);
    assertThat(cloud.all()).hasSize(7);

    clock.advance(Duration.ofHours(1));
    Channel empty = awaitUntil(idle, now -> now.status().provisioning() == Provisioning.NONE);
    assertThat(cloud.all()).isEmpty();
    assertThat(empty.holdings()).isEqualTo(Holdings.NOTHING);
    assertThat(empty.status().word()).isEqualTo(Word.IDLE);

    awaitWord(start(empty), Word.WAITING);
    assertThat(cloud.all()).hasSize(7);
  }

  @Test
  void aSecondStartUsesWhatTheFirstOneMade() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    awaitWord(start(idle), Word.WAITING);

    assertThat(cloud.made()).hasSize(7);
    assertThat(encoders.starts()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Word.class,
      names = {"IDLE", "STARTING", "WAITING", "LIVE", "RECONNECTING", "STOPPING", "FAILED"})
  void aDeleteFromAnyStatusEndsWithNothingLeft(Word word) {
    Channel channel = bring(create(), word);

    Channel deleted = commands.delete(ORGANIZATION, channel.id().value(), IfMatch.any());
    assertThat(deleted.status().word()).isEqualTo(Word.DELETED);
    // The reconciler may already be at work, so the version may grow; it stays one and the same
    // delete.
    assertThat(commands.delete(ORGANIZATION, channel.id().value(), IfMatch.any()).operationId())
        .isEqualTo(deleted.operationId());
    if (word == Word.STARTING) {
      // AWS stops only what runs, so a start that is under way has to end first.
      encoders.all(EncoderState.RUNNING);
    }

    awaitGone(channel);
    assertThat(cloud.all()).isEmpty();
    assertThat(operation(deleted).status()).isEqualTo(OperationStatus.SUCCEEDED);
    assertThat(events(channel)).endsWith("channel.deleted");
  }

  @Test
  void aStartOfWhatIsStartedIsRefusedNamingWhatIsAllowed() {
    Channel waiting = awaitWord(start(create()), Word.WAITING);

    assertThatThrownBy(() -> start(waiting))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(409);
              assertThat(problem.toBody(null, null))
                  .containsEntry("current_status", "waiting")
                  .containsEntry("allowed_from", List.of("failed", "idle"));
            });
    assertThat(encoders.starts()).isEqualTo(1);
  }

  @Test
  void aStopOvertakesAStartThatIsUnderWay() {
    cloud.silent(true);
    Channel starting = start(create());
    Channel stopping = stop(starting);

    cloud.silent(false);
    awaitWord(stopping, Word.IDLE);

    assertThat(encoders.states()).noneMatch(EncoderState::needsStop);
    assertThat(operation(starting).status()).isEqualTo(OperationStatus.FAILED);
    assertThat(operation(starting).reason()).isEqualTo("Overtaken by channel.stop.");
    assertThat(operation(stopping).status()).isEqualTo(OperationStatus.SUCCEEDED);
  }

  @Test
  void anotherLadderReplacesTheEncoderWhileIdleAndTheNextStartUsesIt() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    Channel changed = patch(idle, "1080p", null);
    awaitUntil(changed, now -> cloud.all("medialive-channel").isEmpty());
    assertThat(cloud.all()).hasSize(6);

    awaitWord(start(changed), Word.WAITING);
    assertThat(cloud.all("medialive-channel"))
        .singleElement()
        .satisfies(
            thing -> assertThat(((EncoderSpec) thing.spec()).ladder().name()).isEqualTo("1080p"));
  }

  @Test
  void anotherDvrWindowReplacesTheEndpointEvenWhenTheStartComesAtOnce() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    Channel changed = patch(idle, "720p", 7200);
    awaitWord(start(changed), Word.WAITING);

    assertThat(cloud.all("mediapackage-endpoint"))
        .singleElement()
        .satisfies(
            thing ->
                assertThat(((EndpointSpec) thing.spec()).startOver())
                    .isEqualTo(Duration.ofHours(2)));
    assertThat(cloud.all()).hasSize(7);
  }
}
