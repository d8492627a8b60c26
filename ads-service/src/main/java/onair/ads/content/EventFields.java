package onair.ads.content;

import java.math.BigDecimal;
import java.time.Duration;
import onair.common.event.EventText;
import onair.common.event.IncomingEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what an event tells of a playable thing. */
record EventFields(JsonNode resource, JsonNode data) {

  private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

  static EventFields of(IncomingEvent event) {
    return new EventFields(event.detail().path("resource"), event.detail().path("data"));
  }

  /** Whether it names a thing, whose it is, and where it plays. */
  boolean isWhole() {
    return EventText.of(resource, "id") != null
        && EventText.of(data, "organization_id") != null
        && EventText.of(data, "playback_id") != null;
  }

  String id() {
    return resource.path("id").asString("");
  }

  long version() {
    return resource.path("version").asLong(0);
  }

  String organizationId() {
    return data.path("organization_id").asString("");
  }

  String playbackId() {
    return data.path("playback_id").asString("");
  }

  Packaged packaged() {
    return new Packaged(
        EventText.of(data, "origin_path"), EventText.of(data, "hls"), EventText.of(data, "dash"));
  }

  /** Null unless everything an advertisement needs is told. */
  @Nullable Film film() {
    String path = EventText.of(data, "mp4_path");
    BigDecimal seconds = data.path("duration_seconds").asDecimal(BigDecimal.ZERO);
    int width = data.path("width").asInt(0);
    int height = data.path("height").asInt(0);
    if (path == null || seconds.signum() <= 0 || width <= 0 || height <= 0) {
      return null;
    }
    return new Film(path, Duration.ofMillis(seconds.multiply(MILLIS).longValue()), width, height);
  }
}
