package onair.account.event;

import java.time.InstantSource;
import onair.common.event.EventLoop;
import onair.common.event.Outbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The event log: what fills it, and what reads it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({EventLogProperties.class, EventStreamProperties.class})
public class EventLogConfiguration {

  @Bean
  EventStore eventStore(JdbcClient jdbc) {
    return new EventStore(jdbc);
  }

  @Bean
  EventBell eventBell(EventStore events) {
    return new EventBell(events);
  }

  /** Ends all streams when the service stops. */
  @Bean
  EventLoop eventBellLoop(EventBell bell) {
    return new EventLoop("event-bell", bell::round, bell::close);
  }

  @Bean
  ReceiptStore receiptStore(JdbcClient jdbc) {
    return new ReceiptStore(jdbc);
  }

  @Bean
  EventIntake eventIntake(
      JdbcClient jdbc,
      EventStore events,
      ReceiptStore receipts,
      EventBell bell,
      JsonMapper json,
      InstantSource clock) {
    return new EventIntake(new OrderStore(jdbc), events, receipts, bell, json, clock);
  }

  @Bean
  EventLoop receiptLoop(
      ReceiptStore receipts,
      EventIntake intake,
      Outbox outbox,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    var confirming =
        new Receipts(receipts, intake, outbox, new TransactionTemplate(transactions), clock);
    return new EventLoop("event-receipts", confirming::round, () -> {});
  }

  @Bean
  EventRetention eventRetention(
      EventStore events,
      PlatformTransactionManager transactions,
      EventLogProperties properties,
      InstantSource clock) {
    return new EventRetention(
        events, new TransactionTemplate(transactions), properties.kept(), clock);
  }

  @Bean
  EventLoop eventRetentionLoop(EventRetention retention) {
    return new EventLoop("event-retention", retention::round, () -> {});
  }

  @Bean
  EventLog eventLog(EventStore events, EventBell bell, JsonMapper json) {
    return new EventLog(events, bell, json);
  }

  @Bean
  EventController eventController(
      EventLog log, EventBell bell, EventStreamProperties properties, InstantSource clock) {
    return new EventController(log, new EventStreams(log, bell, properties, clock));
  }

  @Bean
  EventTypeController eventTypeController() {
    return new EventTypeController();
  }

  @Bean
  TimelineController timelineController(JdbcClient jdbc, EventLog log) {
    return new TimelineController(new TimelineStore(jdbc), log);
  }
}
