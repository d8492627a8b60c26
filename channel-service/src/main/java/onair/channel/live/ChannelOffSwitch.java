package onair.channel.live;

import onair.channel.budget.OffSwitch;

/** Stops channels for those who look after what is spent. */
final class ChannelOffSwitch implements OffSwitch {

  private final ChannelStore channels;
  private final ChannelSwitch channelSwitch;

  ChannelOffSwitch(ChannelStore channels, ChannelSwitch channelSwitch) {
    this.channels = channels;
    this.channelSwitch = channelSwitch;
  }

  @Override
  public void stop(String organizationId, String channelId, String why) {
    ChannelId.parse(channelId)
        .flatMap(id -> channels.lock(organizationId, id))
        .filter(channel -> channel.desired() == Desired.RUNNING)
        .ifPresent(channel -> channelSwitch.stop(organizationId, channelId, why));
  }
}
