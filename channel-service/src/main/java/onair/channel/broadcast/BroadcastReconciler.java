package onair.channel.broadcast;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import onair.channel.broadcast.PlannedBroadcast.Status;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelDirectory.Airing;
import onair.channel.live.ChannelSwitch;
import onair.common.problem.Problem;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.time.Times;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Begins and ends planned broadcasts, each step in one transaction that holds the channel and that
 * only the holder of the lease can commit: whichever node wakes next goes on from the row.
 */
final class BroadcastReconciler implements Reconciler {

  static final String NAME = "broadcast";

  /** When the channel changes it is looked at again at once; this is for what nobody tells. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  private static final Outcome ON_AIR_FOR_EVER = new Outcome.Settled(Duration.ofDays(1));
  private static final Outcome DONE = new Outcome.Settled(Duration.ofDays(3650));

  private final ChannelDirectory channels;
  private final ChannelSwitch channelSwitch;
  private final BroadcastStore store;
  private final BroadcastEvents events;
  private final BroadcastProperties properties;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  BroadcastReconciler(
      ChannelDirectory channels,
      ChannelSwitch channelSwitch,
      BroadcastStore store,
      BroadcastEvents events,
      BroadcastProperties properties,
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

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Instant now = Times.now(clock);
    try {
      return locked(owner, lease, held -> attend(held, now));
    } catch (Problem refused) {
      return locked(owner, lease, held -> hinder(held, refused, now));
    }
  }

  /** A broadcast that is to come or going on, and its channel, which stays as it is. */
  private record Held(PlannedBroadcast broadcast, Airing airing) {}

  /** The channel is locked before the broadcast is read, as everybody does. */
  private Outcome locked(String id, Lease lease, Function<Held, Outcome> step) {
    Outcome outcome =
        transactions.execute(
            status -> {
              lease.require();
              Optional<Airing> airing =
                  store.find(id).flatMap(known -> channels.lockAiring(known.channelId()));
              return airing
                  .flatMap(of -> store.find(id).map(broadcast -> new Held(broadcast, of)))
                  .filter(held -> held.broadcast().status().open())
                  .map(step)
                  .orElse(DONE);
            });
    return Objects.requireNonNull(outcome);
  }

  private Outcome attend(Held held, Instant now) {
    PlannedBroadcast broadcast = held.broadcast();
    if (broadcast.status() == Status.ON_AIR) {
      return onAir(held, now);
    }
    if (now.isBefore(broadcast.startAt())) {
      return toCome(broadcast, now);
    }
    if (isTooLate(broadcast, now)) {
      String why = broadcast.reason();
      return end(broadcast, Status.MISSED, why == null ? "Nobody started it in time." : why, now);
    }
    if (!held.airing().wanted()) {
      channelSwitch.start(broadcast.organizationId(), broadcast.channelId());
    }
    PlannedBroadcast started = broadcast.started(now);
    write(started);
    return untilStop(started, now);
  }

  private Outcome toCome(PlannedBroadcast broadcast, Instant now) {
    Instant prepares = broadcast.startAt().minus(properties.prepareAhead());
    if (now.isBefore(prepares)) {
      return until(prepares, now);
    }
    if (broadcast.status() == Status.SCHEDULED) {
      write(broadcast.preparing(now));
    }
    // Again after whatever happened to the channel meanwhile.
    channelSwitch.prepare(broadcast.organizationId(), broadcast.channelId());
    return until(broadcast.startAt(), now);
  }

  private Outcome onAir(Held held, Instant now) {
    PlannedBroadcast broadcast = held.broadcast();
    if (!held.airing().wanted()) {
      return end(broadcast, Status.ENDED, "The channel was stopped.", now);
    }
    if (!broadcast.isOver(now)) {
      return untilStop(broadcast, now);
    }
    String why = "The planned broadcast is over.";
    end(broadcast, Status.ENDED, why, now);
    channelSwitch.stop(broadcast.organizationId(), broadcast.channelId(), why);
    return DONE;
  }

  /** The channel could not be made ready, or not started: said, and tried again. */
  private Outcome hinder(Held held, Problem refused, Instant now) {
    PlannedBroadcast broadcast = held.broadcast();
    String why = refused.detail().orElse(refused.title());
    if (isTooLate(broadcast, now)) {
      return end(broadcast, Status.MISSED, why, now);
    }
    if (!why.equals(broadcast.reason())) {
      store.update(broadcast.hindered(why, now));
    }
    return new Outcome.Waiting(why, RETRY);
  }

  private boolean isTooLate(PlannedBroadcast broadcast, Instant now) {
    return broadcast.isOver(now)
        || broadcast.startAt().plus(properties.startWithin()).isBefore(now);
  }

  private Outcome end(PlannedBroadcast broadcast, Status outcome, String why, Instant now) {
    write(broadcast.ended(outcome, why, now));
    channelSwitch.letGo(broadcast.organizationId(), broadcast.channelId());
    return DONE;
  }

  private void write(PlannedBroadcast broadcast) {
    store.update(broadcast);
    events.tell(broadcast);
  }

  private static Outcome untilStop(PlannedBroadcast broadcast, Instant now) {
    Instant stopAt = broadcast.stopAt();
    return stopAt == null ? ON_AIR_FOR_EVER : until(stopAt, now);
  }

  private static Outcome until(Instant moment, Instant now) {
    return new Outcome.Waiting("it is not time yet", Duration.between(now, moment));
  }
}
