package onair.channel.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import onair.channel.live.ChannelStatus.Health;
import onair.channel.live.ChannelStatus.Provisioning;
import onair.channel.live.ChannelStatus.Word;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down when broadcasts are over, and which channels may be on air at all. */
final class ChannelGate {

  private static final Set<Word> NOT_GONE = EnumSet.complementOf(EnumSet.of(Word.DELETED));
  private static final Set<Word> AT_REST = EnumSet.of(Word.IDLE, Word.FAILED);

  private final ChannelStore channels;
  private final ChannelOperations plans;
  private final Wishes wishes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  ChannelGate(
      ChannelStore channels,
      ChannelOperations plans,
      Wishes wishes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = channels;
    this.plans = plans;
    this.wishes = wishes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Wanted off the air, with nothing in AWS that would know its key. Asked again, it changes
   * nothing.
   */
  Channel disable(String organizationId, String id) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          ChannelCommands.require("disabling it", channel, NOT_GONE);
          if (channel.desired() == Desired.DISABLED) {
            return channel;
          }
          boolean rests = AT_REST.contains(channel.status().word());
          var told =
              new ChannelStatus(
                  rests ? Word.DISABLED : Word.STOPPING,
                  rests ? channel.status().provisioning() : Provisioning.STOPPING,
                  Health.UNKNOWN,
                  null);
          return wishes.ask(channel, Desired.DISABLED, told, plans.disable(channel, now), now);
        });
  }

  /** The broadcast is over: like a stop, and done when its session is closed. */
  Channel complete(String organizationId, String id) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          ChannelCommands.require("completing it", channel, ChannelCommands.ON_AIR);
          var told = new ChannelStatus(Word.STOPPING, Provisioning.STOPPING, Health.UNKNOWN, null);
          return wishes.ask(channel, Desired.STOPPED, told, plans.complete(channel, now), now);
        });
  }

  /** May be started again. */
  Channel enable(String organizationId, String id) {
    return inTransaction(
        now -> {
          Channel channel = channels.lockKnown(organizationId, id);
          ChannelCommands.require("enabling it", channel, EnumSet.of(Word.DISABLED));
          var told =
              new ChannelStatus(Word.IDLE, channel.status().provisioning(), Health.UNKNOWN, null);
          return wishes.ask(channel, Desired.STOPPED, told, plans.enable(channel, now), now);
        });
  }

  private Channel inTransaction(Function<Instant, Channel> command) {
    return Objects.requireNonNull(transactions.execute(status -> command.apply(Times.now(clock))));
  }
}
