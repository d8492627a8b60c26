package onair.channel.live;

import java.util.List;
import java.util.Optional;
import onair.channel.ladder.Ladders;
import onair.channel.parts.Simulcasts;
import onair.common.reconcile.Wakes;

/**
 * When what a channel is to be pushed to takes effect. MediaLive lets nobody change the outputs of
 * an encoder that runs, so it is with each wish of the user, such as a start, and at once while
 * nothing runs. Part of the caller's transaction.
 */
public final class ChannelTargets {

  private final ChannelStore channels;
  private final Simulcasts simulcasts;
  private final Ladders ladders;
  private final Wakes wakes;

  ChannelTargets(ChannelStore channels, Simulcasts simulcasts, Ladders ladders, Wakes wakes) {
    this.channels = channels;
    this.simulcasts = simulcasts;
    this.ladders = ladders;
    this.wakes = wakes;
  }

  /**
   * @param deleted whether it is to go
   * @param dual whether it is made twice, so that a target would be pushed to twice
   * @param output what each target is billed as while the channel runs
   */
  public record Entry(boolean deleted, boolean dual, String output) {}

  /** Stays as it is until the transaction ends; anybody else's is empty. */
  public Optional<Entry> lock(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.lock(organizationId, id))
        .map(this::entry);
  }

  private Entry entry(Channel channel) {
    EncodingSpec encoding = channel.spec().encoding();
    return new Entry(
        channel.desired() == Desired.DELETED,
        encoding.dual(),
        Rates.of(encoding, Rates.best(encoding.renditions(ladders))));
  }

  /** What is wanted now takes effect if nothing runs, else later; the channel has a look. */
  public void apply(String organizationId, String channelId) {
    Channel channel = channels.lockKnown(organizationId, channelId);
    Channel renewed = renewed(channel);
    if (renewed != channel && ChannelEdits.CHANGEABLE.contains(channel.status().word())) {
      channels.update(renewed);
    }
    wakes.wake(ChannelReconciler.NAME, channelId);
  }

  /** The channel as it is to be made from now on; the same when nothing is new. */
  Channel renewed(Channel channel) {
    List<String> wanted =
        channel.spec().encoding().dual() ? List.of() : simulcasts.wanted(channel.id().value());
    return wanted.equals(channel.spec().targets()) ? channel : channel.pushedTo(wanted);
  }
}
