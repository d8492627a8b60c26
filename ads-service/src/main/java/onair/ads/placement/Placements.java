package onair.ads.placement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import onair.ads.content.Asset;
import onair.ads.content.Channel;
import onair.ads.content.ContentStore;
import onair.ads.content.ContentWatcher;
import onair.ads.content.Playable;
import onair.ads.placement.Placement.Kind;
import onair.ads.placement.Placement.Status;
import onair.ads.placement.Placement.Terms;
import onair.common.id.Ids;
import onair.common.reconcile.Wakes;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes down where ads are wanted: as users ask for assets, and as channels say of themselves.
 * Never talks to AWS; the reconciler is woken.
 */
final class Placements implements ContentWatcher {

  private final PlacementStore placements;
  private final ContentStore content;
  private final PlacementEvents events;
  private final Wakes wakes;
  private final TransactionOperations transactions;
  private final InstantSource clock;

  Placements(
      PlacementStore placements,
      ContentStore content,
      PlacementEvents events,
      Wakes wakes,
      TransactionOperations transactions,
      InstantSource clock) {
    this.placements = placements;
    this.content = content;
    this.events = events;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Ads before an asset. */
  Placement create(String organizationId, PlacementRequest request) {
    return inTransaction(
        now -> {
          Playable playable =
              content
                  .playable(request.playbackId())
                  .filter(found -> found.organizationId().equals(organizationId))
                  .filter(found -> !found.removed())
                  .orElseThrow(PlacementProblems::playbackUnknown);
          if (playable instanceof Channel) {
            throw PlacementProblems.playbackOfChannel();
          }
          requireSlate(organizationId, request.slateAssetId());
          Optional<Placement> before = placements.lockPlaying(playable.playbackId());
          before
              .filter(placement -> placement.status() != Status.DELETED)
              .ifPresent(
                  placement -> {
                    throw PlacementProblems.exists(placement.id());
                  });
          return want(playable, Kind.ASSET, request.terms(), before, now);
        });
  }

  Placement update(String organizationId, String id, IfMatch ifMatch, PlacementPatch patch) {
    return inTransaction(
        now -> {
          Placement placement = lockOwn(organizationId, id, ifMatch);
          if (!placement.wanted()) {
            throw PlacementProblems.removing();
          }
          Terms terms = patch.terms(placement.terms());
          requireSlate(organizationId, terms.slateAssetId());
          Placement changed = placement.wanted(terms, now);
          placements.update(changed);
          wake(placement.playbackId());
          return changed;
        });
  }

  Placement delete(String organizationId, String id, IfMatch ifMatch) {
    return inTransaction(
        now -> {
          Placement placement = lockOwn(organizationId, id, ifMatch);
          return placement.wanted() ? unwant(placement, now) : placement;
        });
  }

  @Override
  public void learned(Channel channel) {
    Instant now = Times.now(clock);
    Optional<Placement> before = placements.lockPlaying(channel.playbackId());
    if (channel.adsEnabled() && !channel.removed()) {
      want(channel, Kind.CHANNEL, new Terms(null, channel.slateAssetId(), Map.of()), before, now);
    } else {
      before.filter(Placement::wanted).ifPresent(placement -> unwant(placement, now));
    }
  }

  @Override
  public void learned(Asset asset) {
    Instant now = Times.now(clock);
    placements
        .lockPlaying(asset.playbackId())
        .filter(Placement::wanted)
        .ifPresent(
            placement -> {
              if (asset.removed()) {
                unwant(placement, now);
              } else {
                wake(placement.playbackId());
              }
            });
    placements.withSlate(asset.id()).forEach(this::wake);
  }

  @Override
  public void addressChanged() {
    placements.wanted().forEach(this::wake);
  }

  private Placement want(
      Playable playable, Kind kind, Terms terms, Optional<Placement> before, Instant now) {
    Placement wanted =
        before
            .map(placement -> placement.wanted(terms, now))
            .orElseGet(() -> fresh(playable, kind, terms, now));
    if (before.isEmpty()) {
      if (!placements.insert(wanted)) {
        throw new IllegalStateException("two at once for " + playable.playbackId());
      }
    } else if (wanted.differsFrom(before.get())) {
      placements.update(wanted);
    }
    wake(playable.playbackId());
    return wanted;
  }

  private static Placement fresh(Playable playable, Kind kind, Terms terms, Instant now) {
    return new Placement(
        Ids.next("adc"),
        playable.playbackId(),
        playable.organizationId(),
        kind,
        1,
        true,
        Status.PENDING,
        null,
        terms,
        null,
        now,
        now);
  }

  /** Viewers are led past MediaTailor at once; what is in AWS goes later. */
  private Placement unwant(Placement placement, Instant now) {
    Placement unwanted = placement.unwanted(now);
    placements.update(unwanted);
    events.deleted(unwanted);
    wake(placement.playbackId());
    return unwanted;
  }

  private Placement lockOwn(String organizationId, String id, IfMatch ifMatch) {
    Placement placement =
        placements.lock(organizationId, id).orElseThrow(() -> PlacementProblems.notFound(id));
    ifMatch.require(placement.version());
    if (placement.kind() == Kind.CHANNEL) {
      throw PlacementProblems.managedByChannel();
    }
    return placement;
  }

  private void requireSlate(String organizationId, @Nullable String assetId) {
    if (assetId != null
        && content.asset(organizationId, assetId).filter(Asset::isAdvertisement).isEmpty()) {
      throw PlacementProblems.slateUnknown();
    }
  }

  private void wake(String playbackId) {
    wakes.wake(PlacementReconciler.NAME, playbackId);
  }

  private Placement inTransaction(Function<Instant, Placement> command) {
    Placement placement = transactions.execute(status -> command.apply(Times.now(clock)));
    if (placement == null) {
      throw new IllegalStateException("a command has a placement");
    }
    return placement;
  }
}
