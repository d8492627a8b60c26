package onair.channel.clip;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import onair.channel.clip.Clip.Status;
import onair.common.event.EventListener;
import onair.common.event.EventText;
import onair.common.event.IncomingEvent;
import onair.common.time.Times;
import tools.jackson.databind.JsonNode;

/**
 * Learns what became of clips, after which what they were made from may go. That is told once for
 * each; what comes twice finds it ended.
 */
final class ClipListener implements EventListener {

  private static final String WHO_MAKES = "onair.vod-service";

  private static final Map<String, Status> OUTCOMES =
      Map.of("clip.ready", Status.READY, "clip.failed", Status.FAILED);

  private final ClipStore store;
  private final Consumer<String> lookAtChannel;
  private final InstantSource clock;

  /**
   * @param lookAtChannel has the channel of that id looked at soon
   */
  ClipListener(ClipStore store, Consumer<String> lookAtChannel, InstantSource clock) {
    this.store = store;
    this.lookAtChannel = lookAtChannel;
    this.clock = clock;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.equals(WHO_MAKES) && OUTCOMES.containsKey(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    Status outcome = OUTCOMES.get(event.detailType());
    if (outcome == null) {
      return;
    }
    JsonNode data = event.detail().path("data");
    long told = event.detail().path("resource").path("version").asLong(0);
    store
        .lock(data.path("clip_id").asString(""))
        .filter(clip -> clip.status() == Status.PENDING)
        .ifPresent(
            clip -> {
              store.update(
                  clip.ended(
                      outcome,
                      Math.max(told, clip.version() + 1),
                      EventText.of(data, "asset_id"),
                      EventText.of(data, "reason"),
                      Times.now(clock)));
              lookAtChannel.accept(clip.channelId());
            });
  }
}
