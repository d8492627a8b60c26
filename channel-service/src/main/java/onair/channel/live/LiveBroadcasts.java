package onair.channel.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.schedule.Broadcasts;

/** Shows channels to those who put something into what their encoders make. */
final class LiveBroadcasts implements Broadcasts {

  private static final String SINGLE = "single";
  private static final Set<Word> RUNNING = Set.of(Word.WAITING, Word.LIVE, Word.RECONNECTING);

  private final ChannelStore channels;

  LiveBroadcasts(ChannelStore channels) {
    this.channels = channels;
  }

  @Override
  public Optional<Broadcast> find(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .map(LiveBroadcasts::broadcast);
  }

  private static Broadcast broadcast(Channel channel) {
    Word word = channel.status().word();
    return new Broadcast(
        channel.id().value(),
        channel.playbackId(),
        word.word(),
        word == Word.LIVE,
        RUNNING.contains(word),
        !channel.spec().packaging().stored(),
        !channel.spec().packaging().byV1(),
        channel.spec().encoding().pipelines().equals(SINGLE) ? 1 : 2,
        List.of("main"),
        channel.holdings().encoderId());
  }
}
