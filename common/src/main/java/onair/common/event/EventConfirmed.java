package onair.common.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.common.id.Ids;

/**
 * Published by the service that keeps every organization's events, to each service whose events it
 * has. What is not confirmed is told again, so nothing is lost however an event got lost, and
 * whatever was told before there was anybody to keep it.
 */
public final class EventConfirmed {

  /** The detail type. */
  public static final String TYPE = "event.confirmed";

  static final String EVENTS = "events";

  private EventConfirmed() {}

  /**
   * @param source {@link IncomingEvent#source()} of the events
   * @param eventIds ids of events that are kept; at most a thousand, so that it fits a message
   */
  public static DomainEvent event(String source, List<String> eventIds, Instant now) {
    return new DomainEvent(
        Ids.next("evt"),
        TYPE,
        "",
        new DomainEvent.Resource("source", source, now.toEpochMilli()),
        Map.of(EVENTS, List.copyOf(eventIds)),
        now);
  }
}
