package onair.delivery.playback;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import onair.common.event.EventListener;
import onair.common.event.EventText;
import onair.common.event.IncomingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Learns of channels and assets. Each event tells the whole of one, so that the newest is enough,
 * whatever was missed.
 */
final class PlayableListener implements EventListener {

  private static final Logger LOG = LoggerFactory.getLogger(PlayableListener.class);

  /** Of the channel or asset itself, not of something in it. */
  private static final Pattern TYPE = Pattern.compile("(channel|asset)\\.[a-z_]+");

  private static final String DELETED = ".deleted";

  private final PlaybackStore store;

  PlayableListener(PlaybackStore store) {
    this.store = store;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && TYPE.matcher(detailType).matches();
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode resource = event.detail().path("resource");
    JsonNode data = event.detail().path("data");
    String id = EventText.of(resource, "id");
    String organization = EventText.of(data, "organization_id");
    String playbackId = EventText.of(data, "playback_id");
    String status = EventText.of(data, "status");
    if (id == null || organization == null || playbackId == null || status == null) {
      LOG.warn(
          "Event {} ({}) tells nothing that plays and is left out", event.id(), event.detailType());
      return;
    }
    store.learn(
        new Playback(
            id,
            organization,
            playbackId,
            resource.path("version").asLong(0),
            status,
            EventText.of(data, "origin_path"),
            EventText.of(data, "hls"),
            EventText.of(data, "dash"),
            startOver(data.path("start_over")),
            event.detailType().endsWith(DELETED),
            event.time()));
  }

  private static @Nullable StartOver startOver(JsonNode told) {
    String since = EventText.of(told, "since");
    return since == null
        ? null
        : new StartOver(
            Instant.parse(since), Duration.ofSeconds(told.path("window_seconds").asLong(0)));
  }
}
