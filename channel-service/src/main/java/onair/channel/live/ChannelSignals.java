package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import onair.channel.parts.EncoderSignals;
import onair.common.reconcile.Wakes;

/** Has a channel looked at now because AWS said that something about its encoder has changed. */
final class ChannelSignals implements EncoderSignals {

  /** AWS tells times to the second. */
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private final ChannelStore channels;
  private final Wakes wakes;

  ChannelSignals(ChannelStore channels, Wakes wakes) {
    this.channels = channels;
    this.wakes = wakes;
  }

  @Override
  public void changed(String physicalId) {
    channels.lockByEncoder(physicalId).ifPresent(this::wake);
  }

  /** Told before the present run began, it says nothing about it. */
  @Override
  public void inputJudged(String physicalId, Instant at) {
    channels
        .lockByEncoder(physicalId)
        .ifPresent(
            channel -> {
              if (at.plus(ROUNDING).isAfter(channel.run().askedAt())) {
                channels.update(channel.heard(channel.run().judged(at)));
              }
              wake(channel);
            });
  }

  private void wake(Channel channel) {
    wakes.wake(ChannelReconciler.NAME, channel.id().value());
  }
}
