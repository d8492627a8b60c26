package onair.vod.asset;

import java.time.Instant;
import java.util.Map;

/**
 * Something that plays, or will, or was meant to.
 *
 * @param playbackId {@code pb_…}, the same for all its life
 * @param version grows with each visible change; ETag of the API and version of the events
 * @param metadata the user's own words
 * @param mp4Download whether one file for download is made too
 */
record Asset(
    AssetId id,
    String organizationId,
    String playbackId,
    long version,
    String name,
    Map<String, String> metadata,
    boolean mp4Download,
    Source source,
    AssetState state,
    Instant createdAt,
    Instant updatedAt) {

  Asset {
    metadata = Map.copyOf(metadata);
  }

  AssetStatus status() {
    return state.status();
  }

  /** Not yet playing, and meant to. */
  boolean unfinished() {
    return switch (status()) {
      case WAITING_FOR_UPLOAD, PROBING, PROCESSING -> true;
      case READY, ERRORED, DELETED -> false;
    };
  }

  /** Whether a file may still come. */
  boolean awaitsSource() {
    return source instanceof Source.Uploaded uploaded
        && uploaded.arrival() == Source.Arrival.AWAITED;
  }

  Asset described(String newName, Map<String, String> newMetadata, Instant now) {
    return changed(newName, newMetadata, source, state, now);
  }

  Asset with(Source newSource, AssetState newState, Instant now) {
    return changed(name, metadata, newSource, newState, now);
  }

  Asset with(AssetState newState, Instant now) {
    return changed(name, metadata, source, newState, now);
  }

  private Asset changed(
      String newName,
      Map<String, String> newMetadata,
      Source newSource,
      AssetState newState,
      Instant now) {
    boolean visible =
        !newName.equals(name) || !newMetadata.equals(metadata) || !newState.equals(state);
    return new Asset(
        id,
        organizationId,
        playbackId,
        visible ? version + 1 : version,
        newName,
        newMetadata,
        mp4Download,
        newSource,
        newState,
        createdAt,
        visible ? now : updatedAt);
  }
}
