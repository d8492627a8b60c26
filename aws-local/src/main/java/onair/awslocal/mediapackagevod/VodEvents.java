package onair.awslocal.mediapackagevod;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.events.EventPublisher;

/**
 * Tells EventBridge how ingests end. Source: MediaPackage user guide, "Monitoring with
 * EventBridge", "Input notification events".
 */
final class VodEvents {

  private final EventPublisher events;

  VodEvents(EventPublisher events) {
    this.events = events;
  }

  void started(AssetRow asset) {
    notify(asset, "IngestStart", "Ingest of asset '%s' started".formatted(asset.id()), Map.of());
  }

  void complete(AssetRow asset) {
    notify(
        asset, "IngestComplete", "Ingest of asset '%s' completed".formatted(asset.id()), Map.of());
  }

  void failed(AssetRow asset, String reason) {
    notify(
        asset,
        "IngestError",
        "Ingest of asset '%s' failed: %s".formatted(asset.id(), reason),
        Map.of());
  }

  void playable(AssetRow asset, ConfigurationRow configuration, List<String> urls) {
    notify(
        asset,
        "VodAssetPlayable",
        "Asset '%s' is now playable for PackagingConfiguration '%s'"
            .formatted(asset.id(), configuration.id()),
        Map.of("packaging_configuration_id", configuration.id(), "manifest_urls", urls));
  }

  private void notify(AssetRow asset, String event, String message, Map<String, Object> more) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("event", event);
    detail.put("message", message);
    detail.putAll(more);
    events.publish(
        "aws.mediapackage", "MediaPackage Input Notification", List.of(asset.arn()), detail);
  }
}
