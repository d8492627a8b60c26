package onair.vod.asset;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import onair.common.aws.AwsTrouble;
import onair.common.reconcile.CrashPoint;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Reconciler;
import onair.common.reconcile.Resources;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Takes an asset on from where it stands: {@link Probing}, {@link Transcoding} or {@link
 * Harvesting}, {@link ReadyWork}, and {@link Removal}. Every run starts from what there is, so it
 * may be repeated, cut off or late.
 */
final class AssetReconciler implements Reconciler {

  static final String NAME = "asset";

  private final AssetLedger ledger;
  private final Probing probing;
  private final Transcoding transcoding;
  private final Harvesting harvesting;
  private final ReadyWork readyWork;
  private final Removal removal;
  private final Resources resources;
  private final AssetProperties properties;

  AssetReconciler(
      AssetLedger ledger,
      Probing probing,
      Transcoding transcoding,
      Harvesting harvesting,
      ReadyWork readyWork,
      Removal removal,
      Resources resources,
      AssetProperties properties) {
    this.ledger = ledger;
    this.probing = probing;
    this.transcoding = transcoding;
    this.harvesting = harvesting;
    this.readyWork = readyWork;
    this.removal = removal;
    this.resources = resources;
    this.properties = properties;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Outcome reconcile(String owner, Lease lease) {
    Optional<Asset> loaded = ledger.read(new AssetId(owner));
    if (loaded.isEmpty()) {
      // Cut off between removing the asset and forgetting its resources; all of them are final.
      resources.forget(lease);
      return Look.AT_REST;
    }
    Asset asset = loaded.get();
    Look look = look(asset, lease);
    CrashPoint.hit("asset.attended");
    Outcome outcome = ledger.write(lease, asset, look);
    if (look.gone()) {
      CrashPoint.hit("asset.gone");
      resources.forget(lease);
    }
    return outcome;
  }

  private Look attendReady(Asset asset, Lease lease) {
    AssetState state = asset.state();
    Media media = Objects.requireNonNull(state.media(), "told when it got ready");
    Files files = Objects.requireNonNull(state.files(), "told when it got ready");
    Duration duration = Duration.ofMillis(Math.round(media.durationSeconds() * 1000));
    return Look.of(state, readyWork.attend(asset.id(), files.hls(), duration, lease));
  }

  private Look look(Asset asset, Lease lease) {
    try {
      return switch (asset.status()) {
        case WAITING_FOR_UPLOAD -> Look.settled(asset.state());
        case READY -> attendReady(asset, lease);
        case PROBING -> probing.attend(asset);
        case PROCESSING ->
            switch (asset.source()) {
              case Source.Uploaded uploaded -> transcoding.attend(asset, uploaded, lease);
              case Source.Harvested harvested -> harvesting.attend(asset, harvested, lease);
            };
        case ERRORED -> removal.tidy(asset, lease);
        case DELETED -> removal.attend(asset, lease);
      };
    } catch (SdkException failure) {
      String words = AwsTrouble.of(failure).words();
      return Look.of(
          asset.state().troubled(words), new Outcome.Failed(words, properties.watch().retry()));
    }
  }
}
