package onair.channel.session;

import java.util.Set;
import java.util.function.Consumer;
import onair.channel.session.Session.Recording;
import onair.common.event.EventListener;
import onair.common.event.EventText;
import onair.common.event.IncomingEvent;
import tools.jackson.databind.JsonNode;

/** Learns what became of recordings, after which what they were made from may go. */
final class RecordingListener implements EventListener {

  private static final String READY = "recording.ready";
  private static final Set<String> TYPES = Set.of(READY, "recording.errored");

  private final SessionStore store;
  private final Consumer<String> lookAtChannel;

  /**
   * @param lookAtChannel has the channel of that id looked at soon
   */
  RecordingListener(SessionStore store, Consumer<String> lookAtChannel) {
    this.store = store;
    this.lookAtChannel = lookAtChannel;
  }

  @Override
  public boolean accepts(String source, String detailType) {
    return source.startsWith("onair.") && TYPES.contains(detailType);
  }

  @Override
  public void on(IncomingEvent event) {
    JsonNode data = event.detail().path("data");
    Recording outcome = event.detailType().equals(READY) ? Recording.READY : Recording.ERRORED;
    store
        .lock(data.path("session_id").asString(""))
        .filter(session -> session.recording() == Recording.PENDING)
        .ifPresent(
            session -> {
              store.update(
                  session.recorded(
                      outcome, EventText.of(data, "asset_id"), EventText.of(data, "reason")));
              lookAtChannel.accept(session.channelId());
            });
  }
}
