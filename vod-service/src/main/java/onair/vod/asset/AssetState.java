package onair.vod.asset;

import org.jspecify.annotations.Nullable;

/**
 * Where an asset stands.
 *
 * @param reason in plain words, why it is not as wanted; null when all goes well
 * @param media what it shows; null before that is known
 * @param files what there is to play; null unless it was ready
 */
record AssetState(
    AssetStatus status,
    Progress progress,
    @Nullable String reason,
    @Nullable Media media,
    @Nullable Files files) {

  static final AssetState WAITING =
      new AssetState(AssetStatus.WAITING_FOR_UPLOAD, Progress.WAITING, null, null, null);

  AssetState probing() {
    return new AssetState(AssetStatus.PROBING, progress.towards("probing", 0), null, media, files);
  }

  AssetState processing(String phase, @Nullable Media newMedia) {
    return new AssetState(
        AssetStatus.PROCESSING, progress.towards(phase, 0), null, newMedia, files);
  }

  AssetState progressed(String phase, int percent) {
    return new AssetState(status, progress.towards(phase, percent), null, media, files);
  }

  /** Held up, for a reason that may pass. */
  AssetState troubled(@Nullable String why) {
    return new AssetState(status, progress, why, media, files);
  }

  AssetState ready(Media newMedia, Files newFiles) {
    return new AssetState(AssetStatus.READY, Progress.READY, null, newMedia, newFiles);
  }

  AssetState errored(String why) {
    return new AssetState(AssetStatus.ERRORED, progress, why, media, files);
  }

  AssetState deleted() {
    return new AssetState(AssetStatus.DELETED, progress, null, media, files);
  }
}
