package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderState;
import onair.channel.parts.FlowState;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A delete works whatever AWS is doing: every state of an encoder, with every state of the flow
 * that feeds it and without one. All at once, each a channel of its own.
 */
class DeleteFromEveryStateIT extends ReconcilerScenario {

  @Autowired
  DeleteFromEveryStateIT(World world) {
    super(world);
  }

  /**
   * What AWS is doing when the delete comes.
   *
   * @param flow absent for a channel that has none
   */
  private record Doing(EncoderState encoder, @Nullable FlowState flow) {

    static List<Doing> everything() {
      var all = new ArrayList<Doing>();
      for (EncoderState encoder : EncoderState.values()) {
        all.add(new Doing(encoder, null));
        for (FlowState flow : FlowState.values()) {
          all.add(new Doing(encoder, flow));
        }
      }
      return all;
    }
  }

  @Test
  void everyStateOfTheEncoderAndOfTheFlowHasAWayOut() {
    Map<Doing, Channel> channels = new LinkedHashMap<>();
    Doing.everything()
        .forEach(
            doing ->
                channels.put(
                    doing, start(doing.flow() == null ? create() : createSrt("10.0.0.0/8"))));
    channels.replaceAll((doing, channel) -> awaitWord(channel, Word.WAITING));
    assertThat(channels).hasSize(EncoderState.values().length * (FlowState.values().length + 1));

    channels.forEach(this::put);
    channels
        .values()
        .forEach(channel -> commands.delete(ORGANIZATION, channel.id().value(), IfMatch.any()));

    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(
            () -> {
              clock.advance(Duration.ofMillis(500));
              encoders.goOn();
              flows.goOn();
              assertThat(rowsWithoutAWayOut()).isZero();
              assertThat(channels.entrySet())
                  .filteredOn(entry -> isThere(entry.getValue()))
                  .extracting(Map.Entry::getKey)
                  .isEmpty();
            });
    assertThat(cloud.all()).isEmpty();
    assertThat(jdbc.sql("select count(*) from resource").query(Long.class).single()).isZero();
  }

  private boolean isThere(Channel channel) {
    return channels.find(channel.id()).isPresent();
  }

  private void put(Doing doing, Channel channel) {
    encoders.state(physicalId(channel, "medialive-channel"), doing.encoder());
    if (doing.flow() != null) {
      flows.state(physicalId(channel, "mediaconnect-flow"), doing.flow());
    }
  }

  private String physicalId(Channel channel, String kind) {
    return jdbc.sql("select physical_id from resource where owner = :owner and kind = :kind")
        .param("owner", channel.id().value())
        .param("kind", kind)
        .query(String.class)
        .single();
  }

  /** Not final, nothing in doubt, and no deadline that would tell. */
  private long rowsWithoutAWayOut() {
    return jdbc.sql(
            """
            select count(*) from resource
            where desired = 'ABSENT' and outcome <> 'NONE' and deadline_at is null
            """)
        .query(Long.class)
        .single();
  }
}
