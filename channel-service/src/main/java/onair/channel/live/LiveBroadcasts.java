package onair.channel.live;

import java.util.Optional;
import onair.channel.adbreak.Broadcasts;
import onair.channel.live.ChannelStatus.Word;

/** Shows channels to those who break them for ads. */
final class LiveBroadcasts implements Broadcasts {

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
        !channel.spec().packaging().stored(),
        channel.holdings().encoderId());
  }
}
