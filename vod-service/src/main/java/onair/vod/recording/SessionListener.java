package onair.vod.recording;

import java.time.temporal.ChronoUnit;
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
 * Learns of broadcasts that have ended. A broadcast becomes one asset, however often its end is
 * told, and also when that asset has been deleted since.
 */
public final class SessionListener implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(SessionListener.class);
  private static final String ENDED = "session.ended";

  private final AssetCommands assets;
  private final JdbcClient jdbc;

  public SessionListener(AssetCommands assets, JdbcClient jdbc) {
    this.assets = assets;
    this.jdbc = jdbc;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && ENDED.equals(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode data = event.detail().path("data");
    if (!data.path("record").asBoolean(false)) {
      return;
    }
    AssetCommands.Broadcast broadcast = ToldBroadcast.of(data, "started_at", "ended_at");
    String organization = EventText.of(data, "organization_id");
    if (broadcast == null || organization == null) {
      LOG.warn("Event {} tells of no broadcast that can be recorded and is left out", event.id());
      return;
    }
    if (firstTime(organization, broadcast.sessionId())) {
      AssetId asset = assets.record(organization, name(data, broadcast), broadcast);
      jdbc.sql("update recording set asset_id = :asset where session_id = :session")
          .param("asset", asset.value())
          .param("session", broadcast.sessionId())
          .update();
    }
  }

  private boolean firstTime(String organization, String sessionId) {
    return jdbc.sql(
                """
                insert into recording (session_id, organization_id) values (:session, :organization)
                on conflict (session_id) do nothing
                """)
            .param("session", sessionId)
            .param("organization", organization)
            .update()
        == 1;
  }

  private static String name(JsonNode data, AssetCommands.Broadcast broadcast) {
    String name = EventText.of(data, "name");
    return name == null
        ? "Recording of " + broadcast.startedAt().truncatedTo(ChronoUnit.SECONDS)
        : name;
  }
}
