package onair.ads.placement;

import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.ads.content.Packaged;
import onair.ads.content.Playable;
import onair.ads.placement.Placement.Paths;
import onair.ads.placement.Placement.Status;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** Writes down what a run has seen, and tells others when it matters to them. */
final class PlacementLedger {

  private final PlacementStore placements;
  private final TailorHost hosts;
  private final PlacementEvents events;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  PlacementLedger(
      PlacementStore placements,
      TailorHost hosts,
      PlacementEvents events,
      TransactionOperations transactions,
      InstantSource clock) {
    this.placements = placements;
    this.hosts = hosts;
    this.events = events;
    this.transactions = transactions;
    this.clock = clock;
  }

  Optional<Placement> find(String playbackId) {
    return placements.playing(playbackId);
  }

  /** Something of ours is missing; what is in AWS already stays in use. */
  Outcome waiting(Lease lease, Placement placement, String reason) {
    if (placement.status() != Status.READY) {
      write(
          lease, placement, now -> now.seen(Status.PENDING, reason, now.paths(), Times.now(clock)));
    }
    return new Outcome.Blocked(reason);
  }

  Outcome notYet(Lease lease, Placement placement, Outcome outcome) {
    if (placement.status() != Status.READY) {
      write(
          lease,
          placement,
          now -> now.seen(Status.PENDING, reason(outcome), now.paths(), Times.now(clock)));
    }
    return outcome;
  }

  void ready(
      Lease lease, Placement placement, Playable playable, ObservedPlaybackConfiguration seen) {
    Packaged packaged = playable.packaged();
    var paths = new Paths(path(seen.hls(), packaged.hls()), path(seen.dash(), packaged.dash()));
    transactions.executeWithoutResult(
        ignored -> {
          String host = seen.hls().getAuthority();
          if (hosts.learn(host)) {
            events.origin(new TailorHost.Known(host, 1));
          }
          write(lease, placement, now -> now.seen(Status.READY, null, paths, Times.now(clock)))
              .ifPresent(events::ready);
        });
  }

  void removed(Lease lease, Placement placement) {
    write(lease, placement, now -> now.seen(Status.DELETED, null, null, Times.now(clock)));
  }

  /** Has everything told again that others must know; inside the caller's transaction. */
  void tellAgain() {
    hosts.all().forEach(events::origin);
    placements.ready().forEach(events::ready);
  }

  /** The row when it is another now; a wish that changed meanwhile is left to the next run. */
  private Optional<Placement> write(
      Lease lease, Placement before, UnaryOperator<Placement> change) {
    Optional<Placement> written =
        transactions.execute(
            ignored -> {
              lease.require();
              return placements
                  .lockPlaying(before.playbackId())
                  .filter(now -> now.wanted() == before.wanted())
                  .map(now -> changed(now, change.apply(now)))
                  .orElse(Optional.empty());
            });
    return written == null ? Optional.empty() : written;
  }

  private Optional<Placement> changed(Placement before, Placement after) {
    if (!after.differsFrom(before)) {
      return Optional.empty();
    }
    placements.update(after);
    return Optional.of(after);
  }

  private static @Nullable String path(@Nullable URI prefix, @Nullable String file) {
    return prefix == null || file == null ? null : prefix.getRawPath() + file;
  }

  private static @Nullable String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Settled ignored -> null;
      case Outcome.Waiting waiting -> waiting.reason();
      case Outcome.Failed failed -> failed.reason();
      case Outcome.Blocked blocked -> blocked.reason();
    };
  }
}
