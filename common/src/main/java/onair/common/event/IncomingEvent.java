package onair.common.event;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An event as EventBridge delivered it.
 *
 * @param id {@link DomainEvent#id()} for our own events, EventBridge's id for others; the same
 *     event has the same id each time it comes
 * @param source {@code onair.<service>} or {@code aws.medialive}
 * @param detailType {@link DomainEvent#type()} for our own events, else for example {@code
 *     MediaLive Channel State Change}
 * @param time when it happened, as the sender says
 * @param resources ids or ARNs it is about; may be empty
 * @param detail its JSON; for our own events a {@link DomainEvent}
 */
public record IncomingEvent(
    String id,
    String source,
    String detailType,
    Instant time,
    List<String> resources,
    JsonNode detail) {

  static final String NUMBER = "number";

  /**
   * Which event of its resource this is, among those its source told: 1 is the first. 0 for events
   * of AWS, and for those that belong to no organization.
   */
  public long number() {
    return detail.path(NUMBER).asLong(0);
  }
}
