package onair.channel.live;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import onair.channel.live.ChannelStatus.Word;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;

/** Turns channels off for those beside them whose time it is. */
public final class ChannelSwitch {

  private static final Set<Word> RESTING = EnumSet.of(Word.IDLE, Word.FAILED);

  private final ChannelCommands commands;
  private final ChannelStore channels;
  private final Releases releases;
  private final Wakes wakes;
  private final InstantSource clock;

  ChannelSwitch(
      ChannelCommands commands,
      ChannelStore channels,
      Releases releases,
      Wakes wakes,
      InstantSource clock) {
    this.commands = commands;
    this.channels = channels;
    this.releases = releases;
    this.wakes = wakes;
    this.clock = clock;
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
