package onair.account.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.common.event.DomainEvent;
import onair.common.event.EventListener;
import onair.common.event.IncomingEvent;
import onair.common.id.Ids;
import onair.common.tenancy.Tenancy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Stands in for the bus: hands events to the log as its queue would. */
public final class EventFeed {

  public static final Instant THEN = Instant.parse("2026-01-31T12:00:00Z");

  private final EventListener intake;
  private final PlatformTransactionManager transactions;

  public EventFeed(EventListener intake, PlatformTransactionManager transactions) {
    this.intake = intake;
    this.transactions = transactions;
  }

  /** A service's event as it comes off the queue. */
  public static IncomingEvent event(
      String source,
      long number,
      String organization,
      String type,
      String id,
      Map<String, ?> data) {
    return event(source, number, organization, type, id, data, THEN.plusSeconds(number));
  }

  private static IncomingEvent event(
      String source,
      long number,
      String organization,
      String type,
      String id,
      Map<String, ?> data,
      Instant at) {
    var told =
        new DomainEvent(
            Ids.next("evt"),
            type,
            organization,
            new DomainEvent.Resource(type.substring(0, type.indexOf('.')), id, number * 10),
            Map.copyOf(data),
            at);
    ObjectNode detail = JsonMapper.shared().valueToTree(told);
    detail.put("number", number);
    return new IncomingEvent(told.id(), source, type, told.createdAt(), List.of(), detail);
  }

  public static IncomingEvent channel(String organization, long number, String type, String id) {
    return channel(organization, number, type, id, THEN.plusSeconds(number));
  }

  /** The same at another time. */
  public static IncomingEvent channel(
      String organization, long number, String type, String id, Instant at) {
    return event(
        "onair.channel-service",
        number,
        organization,
        type,
        id,
        Map.of("name", "Show", "status", type.substring(type.indexOf('.') + 1), "hls", "secret"),
        at);
  }

  /** Delivers them one after the other, each in a transaction of its own. */
  public void deliver(IncomingEvent... events) {
    for (IncomingEvent event : events) {
      deliver(event, false);
    }
  }

  /** The process dies before the transaction is committed. */
  void deliverAndDie(IncomingEvent event) {
    deliver(event, true);
  }

  private void deliver(IncomingEvent event, boolean die) {
    Tenancy.runAs(
        event.detail().path("organization_id").asString(),
        () ->
            new TransactionTemplate(transactions)
                .executeWithoutResult(
                    status -> {
                      intake.on(event);
                      if (die) {
                        status.setRollbackOnly();
                      }
                    }));
  }
}
