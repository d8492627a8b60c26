package onair.vod.recording;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import onair.common.event.EventListener;
import onair.common.event.EventText;
import onair.common.event.IncomingEvent;
import onair.vod.asset.AssetCommands;
import onair.vod.asset.AssetId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Learns of clips that are wanted. A clip becomes one asset, however often it is asked for, and
 * also when that asset has been deleted since.
 */
public final class ClipListener implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(ClipListener.class);
  private static final String REQUESTED = "clip.requested";

  private final AssetCommands assets;
  private final JdbcClient jdbc;

  public ClipListener(AssetCommands assets, JdbcClient jdbc) {
    this.assets = assets;
    this.jdbc = jdbc;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && REQUESTED.equals(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode data = event.detail().path("data");
    AssetCommands.Broadcast stretch = ToldBroadcast.of(data, "start_at", "end_at");
    String organization = EventText.of(data, "organization_id");
    String clip = EventText.of(data, "clip_id");
    if (stretch == null || organization == null || clip == null) {
      LOG.warn("Event {} tells of no clip that can be made and is left out", event.id());
      return;
    }
    if (firstTime(organization, clip)) {
      String name = Objects.requireNonNullElse(EventText.of(data, "name"), clip);
      AssetId asset = assets.clip(organization, clip, name, metadata(data), stretch);
      jdbc.sql("update clip set asset_id = :asset where clip_id = :clip")
          .param("asset", asset.value())
          .param("clip", clip)
          .update();
    }
  }

  private boolean firstTime(String organization, String clip) {
    return jdbc.sql(
                """
                insert into clip (clip_id, organization_id) values (:clip, :organization)
                on conflict (clip_id) do nothing
                """)
            .param("clip", clip)
            .param("organization", organization)
            .update()
        == 1;
  }

  private static Map<String, String> metadata(JsonNode data) {
    var metadata = new TreeMap<String, String>();
    data.path("metadata")
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString("")));
    return metadata;
  }
}
