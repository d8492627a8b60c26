package onair.ads.placement;

import java.time.Duration;
import java.util.Optional;
import onair.ads.content.Asset;
import onair.ads.content.ContentStore;
import onair.ads.content.Film;
import onair.ads.content.Playable;
import onair.ads.placement.DecisionAddresses.Question;
import onair.ads.placement.Placement.Kind;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.Found;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Removed;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes MediaTailor agree with what is wanted of one playback id: a playback configuration that
 * reads the content from the CDN and asks us for ads. It is changed when the content or the CDN
 * moves, and stays while nothing is packaged, so that its address never changes.
 */
final class PlacementReconciler implements Reconciler {

  static final String NAME = "placement";

  private static final Logger LOG = LoggerFactory.getLogger(PlacementReconciler.class);
  private static final Duration RECHECK = Duration.ofMinutes(10);

  private final Resources resources;
  private final PlaybackConfigurations edge;
  private final PlacementLedger ledger;
  private final ContentStore content;
  private final DecisionAddresses addresses;
  private final PlacementNames names;

  PlacementReconciler(
      Resources resources,
      PlaybackConfigurations edge,
      PlacementLedger ledger,
      ContentStore content,
      DecisionAddresses addresses,
      PlacementNames names) {
    this.resources = resources;
    this.edge = edge;
    this.ledger = ledger;
    this.content = content;
    this.addresses = addresses;
    this.names = names;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The owner is a playback id. */
  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Optional<Placement> placement = ledger.find(owner);
    if (placement.isEmpty()) {
      return new Outcome.Blocked("there is no such ad configuration");
    }
    return placement.get().wanted()
        ? present(placement.get(), lease)
        : absent(placement.get(), lease);
  }

  private Outcome present(Placement placement, Lease lease) {
    Optional<Playable> playable =
        content
            .playable(placement.playbackId())
            .filter(found -> found.packaged().originPath() != null);
    Optional<String> baseUrl = content.baseUrl();
    if (playable.isEmpty() || baseUrl.isEmpty()) {
      String missing =
          playable.isEmpty() ? "nothing is packaged yet" : "the CDN serves nothing yet";
      return ledger.waiting(lease, placement, missing);
    }
    PlaybackConfigurationSpec spec = spec(placement, playable.get(), baseUrl.get());
    return switch (resources.ensurePresent(
        lease, key(placement), placement.organizationId(), edge, spec)) {
      case Ensured.NotYet<ObservedPlaybackConfiguration>(Outcome outcome) ->
          ledger.notYet(lease, placement, outcome);
      case Ensured.Ready<ObservedPlaybackConfiguration>(
              Found<ObservedPlaybackConfiguration> found) -> {
        ledger.ready(lease, placement, playable.get(), converge(found, spec).observed());
        yield new Outcome.Settled(RECHECK);
      }
    };
  }

  private Found<ObservedPlaybackConfiguration> converge(
      Found<ObservedPlaybackConfiguration> found, PlaybackConfigurationSpec spec) {
    if (found.observed().spec().equals(spec)) {
      return found;
    }
    LOG.info("Updating playback configuration {}", found.physicalId());
    return edge.update(found, spec);
  }

  private PlaybackConfigurationSpec spec(Placement placement, Playable playable, String baseUrl) {
    Question question = placement.kind() == Kind.CHANNEL ? Question.VAST : Question.VMAP;
    return new PlaybackConfigurationSpec(
        names.of(placement.playbackId()),
        baseUrl + playable.packaged().originPath(),
        addresses.of(question, placement.playbackId()),
        slateUrl(placement, baseUrl));
  }

  private @Nullable String slateUrl(Placement placement, String baseUrl) {
    String assetId = placement.terms().slateAssetId();
    if (assetId == null) {
      return null;
    }
    return content
        .asset(placement.organizationId(), assetId)
        .map(Asset::film)
        .map(Film::mp4Path)
        .map(path -> baseUrl + path)
        .orElse(null);
  }

  private Outcome absent(Placement placement, Lease lease) {
    return switch (resources.ensureAbsent(lease, key(placement), edge)) {
      case Removed.NotYet(Outcome outcome) -> outcome;
      case Removed.Final() -> {
        ledger.removed(lease, placement);
        yield new Outcome.Blocked("it was removed");
      }
    };
  }

  private ResourceKey key(Placement placement) {
    return new ResourceKey(placement.playbackId(), edge.kind());
  }
}
