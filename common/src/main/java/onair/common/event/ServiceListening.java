package onair.common.event;

import java.time.Instant;
import java.util.Map;
import onair.common.id.Ids;

/**
 * Published by each service that takes events, once per start, when its queue is there. What was
 * published before a service's first queue never reached it: who owns something others must know
 * before it changes again tells it anew on this event.
 */
public final class ServiceListening {

  /** The detail type. */
  public static final String TYPE = "service.listening";

  private static final String KEEPS_EVENTS = "keeps_events";

  private ServiceListening() {}

  /** Whether it is the service that keeps every organization's events. */
  static boolean keepsEvents(IncomingEvent event) {
    return event.detail().path("data").path(KEEPS_EVENTS).asBoolean(false);
  }

  static DomainEvent event(String service, boolean keepsEvents, Instant now) {
    return new DomainEvent(
        Ids.next("evt"),
        TYPE,
        "",
        new DomainEvent.Resource("service", service, now.toEpochMilli()),
        Map.of(KEEPS_EVENTS, keepsEvents),
        now);
  }
}
