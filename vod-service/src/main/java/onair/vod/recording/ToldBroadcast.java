package onair.vod.recording;

import java.time.DateTimeException;
import java.time.Instant;
import onair.common.event.EventText;
import onair.vod.asset.AssetCommands;
import onair.vod.harvest.Packaging;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads which part of a broadcast an event is about. */
final class ToldBroadcast {

  private ToldBroadcast() {}

  /**
   * Null when it does not tell all of it.
   *
   * @param start field of the first moment
   * @param end field of the last one
   */
  static AssetCommands.@Nullable Broadcast of(JsonNode data, String start, String end) {
    JsonNode packaging = data.path("packaging");
    String channel = EventText.of(data, "channel_id");
    String session = EventText.of(data, "session_id");
    String group = EventText.of(packaging, "group");
    String packageChannel = EventText.of(packaging, "channel");
    String endpoint = EventText.of(packaging, "endpoint");
    Instant started = time(data, start);
    Instant ended = time(data, end);
    if (channel == null
        || session == null
        || group == null
        || packageChannel == null
        || endpoint == null
        || started == null
        || ended == null
        || !started.isBefore(ended)) {
      return null;
    }
    return new AssetCommands.Broadcast(
        channel, session, new Packaging(group, packageChannel, endpoint), started, ended);
  }

  private static @Nullable Instant time(JsonNode node, String field) {
    String text = EventText.of(node, field);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
