package onair.vod.asset;

import java.util.LinkedHashMap;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.Outbox;
import onair.common.id.Ids;
import onair.vod.storage.Keys;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/** Tells the rest of the platform what happened to assets, in the caller's transaction. */
final class AssetEvents {

  private final Outbox outbox;

  AssetEvents(Outbox outbox) {
    this.outbox = outbox;
  }

  void created(Asset asset) {
    publish("asset.created", asset);
  }

  /** Its description is another. */
  void updated(Asset asset) {
    publish("asset.updated", asset);
  }

  /**
   * What is news about where it stands: {@code asset.progress} when it has come further, {@code
   * asset.<status>} when that is another.
   *
   * @param before as it was until now
   */
  void moved(Asset before, Asset asset) {
    if (asset.state().progress().isNewsAfter(before.state().progress())) {
      publish("asset.progress", asset);
    }
    if (asset.status() != before.status()) {
      statusChanged(before, asset);
    }
  }

  /** {@code asset.<status>}; and of a recording or a clip, once, what became of it. */
  private void statusChanged(Asset before, Asset asset) {
    publish("asset." + asset.status().word(), asset);
    if (before.unfinished() && !asset.unfinished()) {
      switch (asset.source()) {
        case Source.Uploaded uploaded -> {}
        case Source.Recorded recorded ->
            harvestEnded(asset, recorded, "recording", recorded.sessionId());
        case Source.Clipped clipped -> harvestEnded(asset, clipped, "clip", clipped.clipId());
      }
    }
  }

  private void publish(String type, Asset asset) {
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            type,
            asset.organizationId(),
            new DomainEvent.Resource("asset", asset.id().value(), asset.version()),
            data(asset),
            asset.updatedAt()));
  }

  /**
   * @param what the kind of resource that has become the asset, or has not
   */
  private void harvestEnded(Asset asset, Source.Harvested source, String what, String id) {
    boolean ready = asset.status() == AssetStatus.READY;
    String reason =
        ready ? null : or(asset.state().reason(), "The %s was deleted.".formatted(what));
    boolean clip = source instanceof Source.Clipped;
    var data = new LinkedHashMap<String, Object>();
    data.put("organization_id", asset.organizationId());
    data.put("channel_id", source.channelId());
    data.put("session_id", source.sessionId());
    if (clip) {
      data.put("clip_id", id);
    }
    data.put("asset_id", asset.id().value());
    data.put("reason", orNull(reason));
    String failed = clip ? ".failed" : ".errored";
    outbox.publish(
        new DomainEvent(
            Ids.next("evt"),
            what + (ready ? ".ready" : failed),
            asset.organizationId(),
            new DomainEvent.Resource(what, id, asset.version()),
            data,
            asset.updatedAt()));
  }

  private static Map<String, Object> data(Asset asset) {
    AssetState state = asset.state();
    String path = "/" + Keys.outputs(asset.id().value());
    Files files = state.files();
    Media media = state.media();
    var data = new LinkedHashMap<String, Object>();
    data.put("organization_id", asset.organizationId());
    data.put("playback_id", asset.playbackId());
    data.put("name", asset.name());
    data.put("status", asset.status().word());
    data.put("reason", orNull(state.reason()));
    data.put("phase", state.progress().phase());
    data.put("percent", state.progress().percent());
    data.put("metadata", asset.metadata());
    data.put("origin_path", path.substring(0, path.length() - 1));
    data.put("hls", orNull(files == null ? null : files.hls()));
    data.put("dash", orNull(files == null ? null : files.dash()));
    data.put("mp4_path", orNull(files == null || files.mp4() == null ? null : path + files.mp4()));
    data.put("duration_seconds", orNull(media == null ? null : media.durationSeconds()));
    data.put("width", orNull(media == null ? null : media.width()));
    data.put("height", orNull(media == null ? null : media.height()));
    return data;
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  private static Object orNull(@Nullable Object value) {
    return value == null ? NullNode.getInstance() : value;
  }
}
