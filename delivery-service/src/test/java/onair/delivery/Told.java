package onair.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * What other services tell, by EventBridge as in production; the delivery service hears it a moment
 * later.
 */
final class Told {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** When a channel that is live began. */
  static final Instant SINCE = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);

  private final EventBridgeClient eventBridge;

  Told(EventBridgeClient eventBridge) {
    this.eventBridge = eventBridge;
  }

  void packagingGroup(String name, String domain, long version) {
    origin(name, "mediapackagev2", domain, "/out/v1/" + name + "/*", version);
  }

  void origin(String id, String kind, String domain, String path, long version) {
    tell(
        "origin.ready",
        Map.of("object", "origin", "id", id, "version", version),
        Map.of("kind", kind, "domain", domain, "paths", List.of(path)));
  }

  void asset(String type, String organization, String id, long version, String status) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", organization);
    data.put("playback_id", id.replace("as_", "pb_"));
    data.put("status", status);
    data.put("origin_path", status.equals("ready") ? "/vod/" + id : null);
    data.put("hls", "index.m3u8");
    data.put("dash", "index.mpd");
    tell(type, Map.of("object", "asset", "id", id, "version", version), data);
  }

  void adConfiguration(String type, String id, String playbackId, long version, String hlsPath) {
    tell(
        type,
        Map.of("object", "ad_configuration", "id", id, "version", version),
        Map.of("organization_id", "org_1", "playback_id", playbackId, "hls_path", hlsPath));
  }

  void channel(
      String type,
      String organization,
      String id,
      long version,
      String status,
      @Nullable String originPath) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("organization_id", organization);
    data.put("playback_id", id.replace("ch_", "pb_"));
    data.put("name", "Evening show");
    data.put("status", status);
    data.put("origin", "mediapackage");
    data.put("origin_path", originPath);
    data.put("hls", "index.m3u8");
    data.put("dash", "index.mpd");
    data.put(
        "start_over",
        status.equals("live")
            ? Map.of("since", SINCE.toString(), "window_seconds", 1_209_600)
            : null);
    tell(type, Map.of("object", "channel", "id", id, "version", version), data);
  }

  /** An event that tells nothing we can use. */
  void nonsense(String type) {
    tell(type, Map.of(), Map.of("name", 7));
  }

  private void tell(String type, Map<String, Object> resource, Map<String, Object> data) {
    Map<String, Object> detail =
        Map.of("id", Ids.next("evt"), "type", type, "resource", resource, "data", data);
    var put =
        eventBridge.putEvents(
            request ->
                request.entries(
                    entry ->
                        entry
                            .eventBusName("onair")
                            .source("onair.channel-service")
                            .detailType(type)
                            .detail(JSON.writeValueAsString(detail))));
    assertThat(put.failedEntryCount()).isZero();
  }
}
