package onair.common.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import onair.common.tenancy.Tenancy;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hands an event to its listeners, once, whatever the queue does. */
final class EventDelivery {

  private static final Duration TIDY_EVERY = Duration.ofHours(1);

  private final List<EventListener> listeners;
  private final ConsumedEvents consumed;
  private final TransactionOperations transactions;
  private final JsonMapper json;
  private final InstantSource clock;
  private Instant tidied = Instant.EPOCH;

  EventDelivery(
      List<EventListener> listeners,
      ConsumedEvents consumed,
      TransactionOperations transactions,
      JsonMapper json,
      InstantSource clock) {
    this.listeners = listeners;
    this.consumed = consumed;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Returns when the event's effect is committed, or was before, or nobody wants it.
   *
   * @param message an EventBridge event as JSON
   * @throws IllegalArgumentException when it is not one; it will not become one
   */
  void deliver(String message) {
    IncomingEvent event = read(message);
    List<EventListener> wanting =
        listeners.stream()
            .filter(listener -> listener.accepts(event.source(), event.detailType()))
            .toList();
    if (wanting.isEmpty()) {
      return;
    }
    Runnable work =
        () ->
            transactions.executeWithoutResult(
                transaction -> {
                  if (consumed.firstTime(event.id(), clock.instant())) {
                    wanting.forEach(listener -> listener.on(event));
                  } else {
                    wanting.forEach(listener -> listener.again(event));
                  }
                });
    String organization = organization(event);
    if (organization.isBlank()) {
      Tenancy.runAsSystem(work);
    } else {
      Tenancy.runAs(organization, work);
    }
  }

  /** Whose event it is; empty when it is of nobody alone, as those of AWS are. */
  private static String organization(IncomingEvent event) {
    return event.source().startsWith("onair.")
        ? event.detail().path("organization_id").asString("")
        : "";
  }

  /** Throws when the database is away, before any message is taken; and tidies up now and then. */
  void checkReady() {
    Instant now = clock.instant();
    if (tidied.plus(TIDY_EVERY).isBefore(now)) {
      consumed.forgetOld(now);
      tidied = now;
    } else {
      consumed.check();
    }
  }

  /**
   * Our own events keep their id when they are relayed twice; EventBridge then gives them two of
   * its own.
   */
  private IncomingEvent read(String message) {
    try {
      JsonNode event = json.readTree(message);
      JsonNode detail = event.path("detail");
      String source = event.path("source").asString("");
      String id =
          source.startsWith("onair.")
              ? detail.path("id").asString("")
              : event.path("id").asString("");
      if (id.isEmpty() || source.isEmpty()) {
        throw new IllegalArgumentException("Not an event: it has no id or source");
      }
      List<String> resources =
          event.path("resources").valueStream().map(one -> one.asString("")).toList();
      return new IncomingEvent(
          id,
          source,
          event.path("detail-type").asString(""),
          Instant.parse(event.path("time").asString("")),
          resources,
          detail);
    } catch (JacksonException | DateTimeParseException notAnEvent) {
      throw new IllegalArgumentException("Not an event: " + notAnEvent.getMessage(), notAnEvent);
    }
  }
}
