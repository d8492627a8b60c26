package onair.account.event;

import java.util.List;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The log of each organization, for reading. */
public final class EventLog {

  /** The type that only the webhook it is about is sent. */
  public static final String WEBHOOK_TEST = "webhook.test";

  private final EventStore events;
  private final EventBell bell;
  private final JsonMapper json;

  EventLog(EventStore events, EventBell bell, JsonMapper json) {
    this.events = events;
    this.bell = bell;
    this.json = json;
  }

  /** Events behind the sequence, in their order. */
  public List<LoggedEvent> after(String organizationId, long sequence, int most) {
    return events.after(organizationId, sequence, most);
  }

  /** The sequence of the newest event; 0 when there is none. */
  public long head(String organizationId) {
    return events.heads(List.of(organizationId)).getOrDefault(organizationId, 0L);
  }

  /**
   * Who goes on behind this sequence would miss nothing.
   *
   * @param field that told the sequence
   * @throws Problem 422 when events behind it are not kept any more
   */
  public void requireKept(String organizationId, String field, long sequence) {
    long forgotten = events.forgotten(organizationId);
    if (sequence < forgotten) {
      throw Problems.validationFailed()
          .violation(
              field,
              "out_of_range",
              "must be at least " + forgotten + ", as events up to that are not kept any more");
    }
  }

  /** The event as JSON, the same text wherever it is told. */
  public String text(LoggedEvent event) {
    return json.writeValueAsString(EventResponse.of(event, json));
  }

  /** Types that can be asked for. */
  public static boolean isType(String type) {
    return PublicEvents.find(type).isPresent();
  }

  /** Whether only those who name the type are sent it, as there are many of it. */
  public static boolean isFrequent(String type) {
    return PublicEvents.find(type).filter(PublicEvent::frequent).isPresent();
  }

  /** Has this run whenever an event was written by this instance. */
  public void onWritten(Runnable wake) {
    bell.alsoWake(wake);
  }

  /**
   * @throws Problem 404 when there is none of this organization
   */
  public LoggedEvent get(String organizationId, String id) {
    return events.find(organizationId, id).orElseThrow(() -> Problems.notFound("event", id));
  }

  Page<EventResponse> list(
      String organizationId,
      @Nullable Long after,
      @Nullable String type,
      @Nullable String resource,
      PageRequest page) {
    if (type != null && !isType(type)) {
      throw Problems.validationFailed()
          .violation("type", "unknown_value", "must be one of the types of the documentation");
    }
    var filter = new EventStore.EventFilter(after == null ? 0 : after, type, resource);
    List<LoggedEvent> found = events.list(organizationId, filter, page);
    if (page.after() != null) {
      requireKept(organizationId, "cursor", Long.parseLong(page.after()));
    } else if (after != null) {
      requireKept(organizationId, "after", after);
    }
    return Page.of(found, page, event -> Long.toString(event.sequence()), this::describe);
  }

  EventResponse describe(LoggedEvent event) {
    return EventResponse.of(event, json);
  }
}
