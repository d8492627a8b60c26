package onair.vod.asset;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;
import onair.vod.harvest.HarvestSpec;
import onair.vod.harvest.Harvests;
import onair.vod.harvest.ObservedHarvest;
import onair.vod.harvest.Playlists;
import onair.vod.storage.Keys;
import onair.vod.storage.StoredObjects;

/**
 * Has one harvest job copy a broadcast, or a stretch of it, out of the packager, and watches it.
 * The packager keeps the broadcast only for a while, so a harvest that cannot begin is given up in
 * time to say so.
 */
final class Harvesting {

  private final Resources resources;
  private final Harvests harvests;
  private final StoredObjects objects;
  private final AssetProperties properties;
  private final InstantSource clock;

  Harvesting(
      Resources resources,
      Harvests harvests,
      StoredObjects objects,
      AssetProperties properties,
      InstantSource clock) {
    this.resources = resources;
    this.harvests = harvests;
    this.objects = objects;
    this.properties = properties;
    this.clock = clock;
  }

  Look attend(Asset asset, Source.Harvested source, Lease lease) {
    var key = new ResourceKey(asset.id().value(), Harvests.KIND);
    var spec =
        new HarvestSpec(
            source.packaging(),
            source.startedAt(),
            source.endedAt(),
            Keys.outputs(asset.id().value()));
    Ensured<ObservedHarvest> ensured =
        resources.ensurePresent(
            lease, key, asset.organizationId(), harvests.of(source.packaging()), spec);
    return switch (ensured) {
      case Ensured.NotYet<ObservedHarvest>(Outcome outcome) -> notYet(asset, outcome);
      case Ensured.Ready<ObservedHarvest> ready -> watched(asset, ready.found().observed());
    };
  }

  private Look notYet(Asset asset, Outcome outcome) {
    AssetState state = asset.state();
    Instant tooLate = asset.createdAt().plus(properties.recordingDeadline());
    return switch (outcome) {
      case Outcome.Blocked(String reason) -> failed(asset, reason);
      case Outcome.Failed(String reason, Duration after) when clock.instant().isAfter(tooLate) ->
          failed(asset, reason);
      case Outcome.Failed(String reason, Duration after) ->
          Look.of(state.troubled(reason), outcome);
      case Outcome.Waiting waiting -> Look.of(state, outcome);
      case Outcome.Settled settled -> Look.of(state, outcome);
    };
  }

  private Look watched(Asset asset, ObservedHarvest harvest) {
    AssetState state = asset.state();
    return switch (harvest.state()) {
      case QUEUED, IN_PROGRESS ->
          Look.again(
              state.troubled(null), "MediaPackage is copying it", properties.watch().processing());
      case COMPLETED -> complete(asset);
      case FAILED ->
          failed(asset, Objects.requireNonNullElse(harvest.error(), "AWS gives no reason"));
    };
  }

  private Look complete(Asset asset) {
    String prefix = Keys.outputs(asset.id().value());
    if (objects.size(prefix + Outputs.HLS).isEmpty()) {
      return failed(asset, "nothing of it was there any more");
    }
    String playlist = objects.text(prefix + Outputs.HLS);
    List<Playlists.Variant> variants = Playlists.variants(playlist);
    Optional<Duration> duration =
        variants.isEmpty()
            ? Playlists.duration(playlist)
            : Playlists.duration(objects.text(prefix + variants.getFirst().uri()));
    if (duration.isEmpty()) {
      return failed(asset, "nothing of it was there any more");
    }
    boolean dash = objects.size(prefix + Outputs.DASH).isPresent();
    var media =
        new Media(
            duration.get().toMillis() / 1000.0,
            variants.isEmpty() ? 0 : variants.getFirst().width(),
            variants.isEmpty() ? 0 : variants.getFirst().height(),
            true);
    return Look.settled(
        asset.state().ready(media, new Files(Outputs.HLS, dash ? Outputs.DASH : null, null, null)));
  }

  private static Look failed(Asset asset, String why) {
    String what =
        asset.source() instanceof Source.Clipped
            ? "The clip could not be made: "
            : "The broadcast could not be recorded: ";
    return Look.further(asset.state().errored(what + why));
  }
}
