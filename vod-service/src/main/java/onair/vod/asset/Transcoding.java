package onair.vod.asset;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import onair.common.reconcile.Ensured;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Lease;
import onair.common.reconcile.Outcome;
import onair.common.reconcile.ResourceKey;
import onair.common.reconcile.Resources;
import onair.vod.storage.Keys;
import onair.vod.storage.StoredObjects;
import onair.vod.transcode.Ladder;
import onair.vod.transcode.MediaFacts;
import onair.vod.transcode.ObservedJob;
import onair.vod.transcode.TranscodeSpec;
import org.jspecify.annotations.Nullable;

/** Has one job make an uploaded source playable, and watches it. */
final class Transcoding {

  private final Resources resources;
  private final ExternalResource<TranscodeSpec, ObservedJob> jobs;
  private final StoredObjects objects;
  private final AssetProperties properties;

  Transcoding(
      Resources resources,
      ExternalResource<TranscodeSpec, ObservedJob> jobs,
      StoredObjects objects,
      AssetProperties properties) {
    this.resources = resources;
    this.jobs = jobs;
    this.objects = objects;
    this.properties = properties;
  }

  Look attend(Asset asset, Source.Uploaded source, Lease lease) {
    Media media = Objects.requireNonNull(asset.state().media(), "probed before");
    var key = new ResourceKey(asset.id().value(), jobs.kind());
    Ensured<ObservedJob> ensured =
        resources.ensurePresent(
            lease, key, asset.organizationId(), jobs, spec(asset, source, media));
    return switch (ensured) {
      case Ensured.NotYet<ObservedJob>(Outcome.Blocked(String reason)) ->
          Look.further(asset.state().errored("The file could not be processed: " + reason));
      case Ensured.NotYet<ObservedJob>(Outcome outcome) ->
          Look.of(asset.state().troubled(reason(outcome)), outcome);
      case Ensured.Ready<ObservedJob> ready -> watched(asset, media, ready.found().observed());
    };
  }

  private Look watched(Asset asset, Media media, ObservedJob job) {
    AssetState state = asset.state();
    return switch (job.state()) {
      case SUBMITTED -> working(state.progressed("queued", 0));
      case PROGRESSING -> working(state.progressed(phase(job), job.percent()));
      case COMPLETE -> complete(asset, media);
      case ERROR ->
          Look.further(
              state.errored(
                  "The file could not be processed: "
                      + Objects.requireNonNullElse(job.error(), "AWS gives no reason")));
    };
  }

  private Look working(AssetState state) {
    return Look.again(state, "MediaConvert is working on it", properties.watch().processing());
  }

  /** What was paid for is looked at before anybody is told that it plays. */
  private Look complete(Asset asset, Media media) {
    String prefix = Keys.outputs(asset.id().value());
    if (objects.size(prefix + Outputs.HLS).isEmpty()) {
      return Look.further(
          asset.state().errored("The file was processed, and left nothing to play."));
    }
    return Look.settled(
        asset
            .state()
            .ready(
                media,
                new Files(
                    Outputs.HLS,
                    Outputs.DASH,
                    Outputs.THUMBNAIL,
                    asset.mp4Download() ? Outputs.MP4 : null)));
  }

  private static TranscodeSpec spec(Asset asset, Source.Uploaded source, Media media) {
    return new TranscodeSpec(
        source.key(),
        Keys.outputs(asset.id().value()),
        Ladder.of(new MediaFacts.Video(media.width(), media.height(), 0, null)),
        media.audio(),
        asset.mp4Download());
  }

  private static String phase(ObservedJob job) {
    String phase = job.phase();
    return phase == null || phase.equals("probing")
        ? "transcoding"
        : phase.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String reason(Outcome outcome) {
    return outcome instanceof Outcome.Failed(String reason, Duration after) ? reason : null;
  }
}
