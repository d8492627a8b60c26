package onair.channel.live;

import java.util.List;
import onair.channel.budget.Spenders;
import onair.channel.live.ChannelStatus.Word;

/** Shows channels to those who look after what is spent. */
final class ChannelSpenders implements Spenders {

  private final ChannelStore channels;
  private final Billing billing;

  ChannelSpenders(ChannelStore channels, Billing billing) {
    this.channels = channels;
    this.billing = billing;
  }

  @Override
  public boolean has(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .filter(channel -> channel.desired() != Desired.DELETED)
        .isPresent();
  }

  @Override
  public List<Spender> wanted(String organizationId) {
    return channels.running(organizationId).stream()
        .map(
            channel ->
                new Spender(
                    channel.id().value(),
                    channel.status().word() == Word.LIVE,
                    billing.perHour(channel.spec())))
        .toList();
  }
}
