package onair.channel.budget;

/** Takes channels off the air. */
public interface OffSwitch {

  /**
   * The channel is wanted off air, as if its user had asked for it; one that is not wanted on air
   * stays as it is. Belongs to the caller's transaction.
   *
   * @param why in plain words, told with {@code channel.stopping}
   */
  void stop(String organizationId, String channelId, String why);
}
