package onair.channel.adbreak;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import onair.channel.adbreak.AdBreak.Status;
import onair.channel.schedule.Broadcasts;
import onair.channel.schedule.Broadcasts.Broadcast;
import onair.channel.schedule.Due;
import onair.common.id.Ids;
import onair.common.problem.Problems;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what users want of breaks. Never talks to AWS. */
final class AdBreakCommands {

  private static final Duration LATEST = Duration.ofHours(24);

  private final AdBreakStore store;
  private final Broadcasts broadcasts;
  private final AdBreakEvents events;
  private final Wakes wakes;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  AdBreakCommands(
      AdBreakStore store,
      Broadcasts broadcasts,
      AdBreakEvents events,
      Wakes wakes,
      TransactionOperations transactions,
      InstantSource clock) {
    this.store = store;
    this.broadcasts = broadcasts;
    this.events = events;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  AdBreak create(String organizationId, String channelId, AdBreakRequest request) {
    Instant now = Times.now(clock);
    Instant startAt = request.startAt();
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Broadcast broadcast = broadcast(organizationId, channelId);
              requireStart(startAt, now);
              requireLive(broadcast);
              AdBreak wanted = adBreak(organizationId, broadcast, request, now);
              store.openAt(channelId, now).stream()
                  .filter(other -> overlap(other, wanted))
                  .findFirst()
                  .ifPresent(
                      other -> {
                        throw AdBreakProblems.overlaps(other);
                      });
              store.insert(wanted);
              events.tell(wanted);
              wakes.wake(AdBreakReconciler.NAME, wanted.id());
              return wanted;
            }));
  }

  AdBreak cancel(String organizationId, String channelId, String id, IfMatch ifMatch) {
    Instant now = Times.now(clock);
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              AdBreak adBreak =
                  store
                      .lock(id)
                      .filter(found -> found.organizationId().equals(organizationId))
                      .filter(found -> found.channelId().equals(channelId))
                      .orElseThrow(() -> Problems.notFound("ad break", id));
              ifMatch.require(adBreak.version());
              if (adBreak.status() == Status.CANCELLED) {
                return adBreak;
              }
              boolean untold =
                  adBreak.startAt() != null
                      && adBreak.status() == Status.SCHEDULED
                      && now.plus(Due.ASK_AHEAD).isBefore(adBreak.startAt());
              if (!untold) {
                throw AdBreakProblems.notScheduled(adBreak);
              }
              AdBreak cancelled = adBreak.ended(Status.CANCELLED, "You cancelled it.", now);
              store.update(cancelled);
              events.tell(cancelled);
              return cancelled;
            }));
  }

  private Broadcast broadcast(String organizationId, String channelId) {
    return broadcasts
        .find(organizationId, channelId)
        .orElseThrow(() -> Problems.notFound("channel", channelId));
  }

  private static void requireLive(Broadcast broadcast) {
    if (!broadcast.live()) {
      throw AdBreakProblems.notLive(broadcast);
    }
    if (!broadcast.packaged()) {
      throw AdBreakProblems.notPackaged();
    }
  }

  private AdBreak adBreak(
      String organizationId, Broadcast broadcast, AdBreakRequest request, Instant now) {
    return new AdBreak(
        Ids.next("brk"),
        organizationId,
        broadcast.channelId(),
        broadcast.playbackId(),
        1,
        request.metadataOrNone(),
        Status.SCHEDULED,
        null,
        request.duration(),
        request.startAt(),
        store.nextSpliceEvent(),
        null,
        now,
        now);
  }

  private static void requireStart(@Nullable Instant startAt, Instant now) {
    if (startAt != null && startAt.isBefore(now.plus(Due.EARLIEST))) {
      throw AdBreakProblems.badStart(
          "must be at least %d seconds ahead; leave it out for at once"
              .formatted(Due.EARLIEST.toSeconds()));
    }
    if (startAt != null && startAt.isAfter(now.plus(LATEST))) {
      throw AdBreakProblems.badStart("must be at most 24 hours ahead");
    }
  }

  private static boolean overlap(AdBreak one, AdBreak other) {
    return one.begins().isBefore(other.ends()) && other.begins().isBefore(one.ends());
  }
}
