package onair.vod;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import tools.jackson.databind.JsonNode;

/** What the service told, as another service hears it. */
final class HeardEvents implements EventListener {

  private final List<IncomingEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public boolean accepts(String source, String detailType) {
    return source.equals("onair.vod-service");
  }

  @Override
  public void on(IncomingEvent event) {
    events.add(event);
  }

  /**
   * Types of what was told about one resource, in the order of its versions, besides how far it is.
   */
  List<String> about(String resourceId) {
    return events.stream()
        .filter(event -> !event.detailType().equals("asset.progress"))
        .filter(event -> event.detail().path("resource").path("id").asString("").equals(resourceId))
        .sorted(
            (one, other) ->
                Long.compare(
                    one.detail().path("resource").path("version").asLong(),
                    other.detail().path("resource").path("version").asLong()))
        .map(IncomingEvent::detailType)
        .toList();
  }

  /** What an event of that type said about a resource. */
  JsonNode data(String type, String resourceId) {
    return events.stream()
        .filter(event -> event.detailType().equals(type))
        .map(IncomingEvent::detail)
        .filter(detail -> detail.path("resource").path("id").asString("").equals(resourceId))
        .map(detail -> detail.path("data"))
        .findFirst()
        .orElseThrow();
  }
}
