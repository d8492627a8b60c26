package onair.channel.live;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import onair.channel.live.ChannelStatus.Word;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;

/** Turns channels on and off for those beside them whose time it is. */
public final class ChannelSwitch {

  private static final Set<Word> RESTING = EnumSet.of(Word.IDLE, Word.FAILED);

  private final ChannelCommands commands;
  private final ChannelStore channels;
  private final Releases releases;
  private final Standby standby;
  private final Wakes wakes;
  private final InstantSource clock;

  ChannelSwitch(
      ChannelCommands commands,
      ChannelStore channels,
      Releases releases,
      Standby standby,
      Wakes wakes,
      InstantSource clock) {
    this.commands = commands;
    this.channels = channels;
    this.releases = releases;
    this.standby = standby;
    this.wakes = wakes;
    this.clock = clock;
  }

  /**
   * The channel is wanted ready: all of it in AWS, and nothing of it running. Changes nothing
   * unless it is idle. Belongs to the caller's transaction.
   *
   * @throws onair.common.problem.Problem as a start would
   */
  public void prepare(String organizationId, String channelId) {
    standby.prepare(organizationId, channelId);
  }

  /**
   * The channel need not be ready any more; changes nothing unless it is wanted so. Belongs to the
   * caller's transaction.
   */
  public void letGo(String organizationId, String channelId) {
    standby.release(organizationId, channelId);
  }

  /**
   * The channel is wanted on air. Belongs to the caller's transaction.
   *
   * @throws onair.common.problem.Problem when its status or a quota does not allow it
   */
  public void start(String organizationId, String channelId) {
    commands.start(organizationId, channelId);
  }

  /**
   * What the resting channel keeps in AWS for a quick next start goes now. Belongs to the caller's
   * transaction.
   *
   * @throws onair.common.problem.Problem 409 {@code status_conflict} when it does not rest
   */
  public void release(String organizationId, String channelId) {
    Channel channel = lock(organizationId, channelId);
    if (!RESTING.contains(channel.status().word())) {
      throw ChannelProblems.notAllowedNow("releasing it", channel, RESTING);
    }
    releases.ask(organizationId, channelId, Times.now(clock));
    wakes.wake(ChannelReconciler.NAME, channelId);
  }

  /**
   * Whatever is wanted of the channel is tried again at once. Belongs to the caller's transaction.
   */
  public void attend(String organizationId, String channelId) {
    wakes.wake(ChannelReconciler.NAME, lock(organizationId, channelId).id().value());
  }

  private Channel lock(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.lock(organizationId, id))
        .orElseThrow(() -> ChannelProblems.notFound(channelId));
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
