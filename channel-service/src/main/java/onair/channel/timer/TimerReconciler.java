package onair.channel.timer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelDirectory.Airing;
import onair.channel.live.ChannelSwitch;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Warns of timers and takes channels off the air whose timer is over, each in one transaction that
 * holds the channel: a broadcaster who was seen to be back before it began is never cut off.
 */
final class TimerReconciler implements Reconciler {

  static final String NAME = "timer";
  private static final String PREFIX = "timers-of-";

  /** Whoever changes the channel or its timers wakes it. */
  private static final Outcome NOTHING_COUNTS = new Outcome.Settled(Duration.ofDays(1));

  private static final Outcome NEVER_AGAIN = new Outcome.Settled(Duration.ofDays(3650));

  private final ChannelDirectory channels;
  private final ChannelSwitch channelSwitch;
  private final TimerStore store;
  private final TimerEvents events;
  private final TimerProperties properties;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  TimerReconciler(
      ChannelDirectory channels,
      ChannelSwitch channelSwitch,
      TimerStore store,
      TimerEvents events,
      TimerProperties properties,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = channels;
    this.channelSwitch = channelSwitch;
    this.store = store;
    this.events = events;
    this.properties = properties;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The timers of a channel; the channel itself is another reconciler's. */
  static String owner(String channelId) {
    return PREFIX + channelId;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Outcome outcome =
        transactions.execute(
            status -> {
              lease.require();
              return channels
                  .lockAiring(owner.substring(PREFIX.length()))
                  .filter(airing -> !airing.deleted())
                  .map(airing -> attend(airing, Times.now(clock)))
                  .orElse(NEVER_AGAIN);
            });
    return Objects.requireNonNull(outcome);
  }

  private Outcome attend(Airing airing, Instant now) {
    Timers timers = store.of(airing.channelId(), airing.organizationId());
    List<Countdown> countdowns = Countdown.of(timers, airing, properties);
    if (countdowns.isEmpty()) {
      return NOTHING_COUNTS;
    }
    Countdown first = countdowns.getFirst();
    if (first.isOver(now)) {
      Timers told = timers.touched();
      store.save(told);
      events.elapsed(told, airing, first, now);
      channelSwitch.stop(airing.organizationId(), airing.channelId(), first.reason());
      return NOTHING_COUNTS;
    }
    for (Countdown countdown : countdowns) {
      if (countdown.isToBeWarnedOf(now)) {
        timers = timers.progressed(countdown.progress().warned(countdown.stopsAt()));
        store.save(timers);
        events.warning(timers, airing, countdown, now);
      }
    }
    return Countdown.of(timers, airing, properties).stream()
        .map(Countdown::due)
        .min(Instant::compareTo)
        .<Outcome>map(due -> new Outcome.Waiting("it is not time yet", Duration.between(now, due)))
        .orElse(NOTHING_COUNTS);
  }
}
