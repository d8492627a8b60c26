package onair.vod.asset;

import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.Removed;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;
import onair.vod.harvest.Harvests;
import onair.vod.storage.Keys;
import onair.vod.storage.StoredObjects;
import onair.vod.transcode.ObservedJob;
import onair.vod.transcode.TranscodeSpec;

/**
 * Takes an asset away: its upload ends, its job is cancelled and seen to be, then every object
 * goes, and only when none is listed any more is the asset gone.
 */
final class Removal {

  private final Resources resources;
  private final ExternalResource<TranscodeSpec, ObservedJob> jobs;
  private final Harvests harvests;
  private final StoredObjects objects;
  private final AssetProperties properties;

  Removal(
      Resources resources,
      ExternalResource<TranscodeSpec, ObservedJob> jobs,
      Harvests harvests,
      StoredObjects objects,
      AssetProperties properties) {
    this.resources = resources;
    this.jobs = jobs;
    this.harvests = harvests;
    this.objects = objects;
    this.properties = properties;
  }

  /** Of an asset that has failed, nothing works on any more. */
  Look tidy(Asset asset, Lease lease) {
    return work(asset, lease) instanceof Removed.NotYet(Outcome outcome)
        ? Look.of(asset.state(), outcome)
        : Look.settled(asset.state());
  }

  Look attend(Asset asset, Lease lease) {
    AssetState state = asset.state();
    if (asset.awaitsSource()) {
      return Look.again(state, "its upload is being cancelled", properties.watch().removing());
    }
    if (work(asset, lease) instanceof Removed.NotYet(Outcome outcome)) {
      return Look.of(state, outcome);
    }
    String id = asset.id().value();
    boolean sourcesGone = objects.removeAll(Keys.sources(id));
    boolean outputsGone = objects.removeAll(Keys.outputs(id));
    return sourcesGone && outputsGone
        ? new Look(state, Look.AT_REST, true)
        : Look.again(state, "its objects are being removed", properties.watch().removing());
  }

  private Removed work(Asset asset, Lease lease) {
    String id = asset.id().value();
    return switch (asset.source()) {
      case Source.Uploaded uploaded ->
          resources.ensureAbsent(lease, new ResourceKey(id, jobs.kind()), jobs);
      case Source.Harvested harvested ->
          resources.ensureAbsent(
              lease, new ResourceKey(id, Harvests.KIND), harvests.of(harvested.packaging()));
    };
  }
}
