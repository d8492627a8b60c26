package onair.channel.live;

/** Turns channels off for those beside them whose time it is. */
public final class ChannelSwitch {

  private final ChannelCommands commands;

  ChannelSwitch(ChannelCommands commands) {
    this.commands = commands;
  }

  /**
   * The channel is wanted off air. Belongs to the caller's transaction, in which the channel is
   * locked and was seen to be wanted on air.
   *
   * @param why in plain words, told with {@code channel.stopping}
   */
  public void stop(String organizationId, String channelId, String why) {
    commands.stop(organizationId, channelId, why);
  }
}
