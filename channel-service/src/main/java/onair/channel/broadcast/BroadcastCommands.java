package onair.channel.broadcast;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.Function;
import onair.channel.broadcast.PlannedBroadcast.Status;
import onair.channel.live.ChannelDirectory;
import onair.channel.live.ChannelDirectory.Airing;
import onair.channel.live.ChannelSwitch;
import onair.common.id.Ids;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what users plan. */
final class BroadcastCommands {

  private static final Duration FARTHEST = Duration.ofDays(14);
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(14);

  private final ChannelDirectory channels;
  private final ChannelSwitch channelSwitch;
  private final BroadcastStore store;
  private final BroadcastEvents events;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  BroadcastCommands(
      ChannelDirectory channels,
      ChannelSwitch channelSwitch,
      BroadcastStore store,
      BroadcastEvents events,
      Wakes wakes,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.channels = channels;
    this.channelSwitch = channelSwitch;
    this.store = store;
    this.events = events;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  PlannedBroadcast plan(String organizationId, String channelId, BroadcastRequest request) {
    Instant now = Times.now(clock);
    requireTimes(request.startAt(), request.stopAt(), now);
    return locked(
        organizationId,
        channelId,
        airing -> {
          if (airing.deleted()) {
            throw BroadcastProblems.channelDeleted();
          }
          PlannedBroadcast wanted = broadcast(airing, request, now);
          store.open(channelId).stream()
              .filter(wanted::overlaps)
              .findFirst()
              .ifPresent(
                  other -> {
                    throw BroadcastProblems.overlaps(other);
                  });
          store.insert(wanted);
          events.tell(wanted);
          wakes.wake(BroadcastReconciler.NAME, wanted.id());
          return wanted;
        });
  }

  /** Possible until the channel is started for it; asked again, it changes nothing. */
  PlannedBroadcast cancel(String organizationId, String channelId, String id, IfMatch ifMatch) {
    Instant now = Times.now(clock);
    return locked(
        organizationId,
        channelId,
        airing -> {
          PlannedBroadcast broadcast =
              store
                  .find(organizationId, channelId, id)
                  .orElseThrow(() -> BroadcastProblems.notFound(id));
          ifMatch.require(broadcast.version());
          return switch (broadcast.status()) {
            case CANCELLED -> broadcast;
            case ON_AIR, ENDED, MISSED -> throw BroadcastProblems.notToCome(broadcast);
            case SCHEDULED, PREPARING -> {
              PlannedBroadcast cancelled =
                  broadcast.ended(Status.CANCELLED, "You cancelled it.", now);
              store.update(cancelled);
              events.tell(cancelled);
              if (broadcast.status() == Status.PREPARING) {
                channelSwitch.letGo(organizationId, channelId);
              }
              yield cancelled;
            }
          };
        });
  }

  private PlannedBroadcast locked(
      String organizationId, String channelId, Function<Airing, PlannedBroadcast> command) {
    PlannedBroadcast done =
        transactions.execute(
            status ->
                command.apply(
                    channels
                        .lockAiring(organizationId, channelId)
                        .orElseThrow(() -> BroadcastProblems.channelNotFound(channelId))));
    return Objects.requireNonNull(done);
  }

  private static PlannedBroadcast broadcast(Airing airing, BroadcastRequest request, Instant now) {
    Instant stopAt = request.stopAt();
    return new PlannedBroadcast(
        Ids.next("bc"),
        airing.organizationId(),
        airing.channelId(),
        airing.playbackId(),
        1,
        request.metadataOrNone(),
        Status.SCHEDULED,
        null,
        request.startAt().truncatedTo(ChronoUnit.MICROS),
        stopAt == null ? null : stopAt.truncatedTo(ChronoUnit.MICROS),
        null,
        null,
        now,
        now);
  }

  private static void requireTimes(Instant startAt, @Nullable Instant stopAt, Instant now) {
    if (!startAt.isAfter(now)) {
      throw BroadcastProblems.badTime("start_at", "must be ahead; start the channel for at once");
    }
    if (startAt.isAfter(now.plus(FARTHEST))) {
      throw BroadcastProblems.badTime("start_at", "must be at most 14 days ahead");
    }
    if (stopAt != null && stopAt.isBefore(startAt.plus(SHORTEST))) {
      throw BroadcastProblems.badTime("stop_at", "must be at least a minute after start_at");
    }
    if (stopAt != null && stopAt.isAfter(startAt.plus(LONGEST))) {
      throw BroadcastProblems.badTime("stop_at", "must be at most 14 days after start_at");
    }
  }
}
