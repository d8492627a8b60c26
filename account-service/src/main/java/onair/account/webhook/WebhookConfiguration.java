package onair.account.webhook;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import onair.account.event.EventLog;
import onair.common.event.EventLoop;
import onair.common.event.Outbox;
import onair.common.outgoing.GuardedClient;
import onair.common.outgoing.TargetCheck;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks: their API, what turns events into deliveries, and what sends them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
public class WebhookConfiguration {

  @Bean
  Dispatch.Stores webhookStores(JdbcClient jdbc, JsonMapper json, WebhookProperties properties) {
    return new Dispatch.Stores(
        new WebhookStore(jdbc, json, properties.box()), new DeliveryStore(jdbc));
  }

  @Bean
  EventLoop webhookDispatchLoop(
      EventLog log,
      Dispatch.Stores stores,
      GuardedClient client,
      Outbox outbox,
      PlatformTransactionManager transactions,
      WebhookProperties properties,
      InstantSource clock) {
    var transaction = new TransactionTemplate(transactions);
    var conclusion =
        new Conclusion(
            stores.webhooks(),
            stores.deliveries(),
            new RetrySchedule(RandomGenerator.getDefault()),
            outbox,
            transaction,
            clock);
    var dispatch =
        new Dispatch(
            log,
            stores,
            new Sending(client, properties.timeout()),
            conclusion,
            transaction,
            properties,
            clock);
    var loop = new EventLoop[1];
    loop[0] =
        new EventLoop("webhook-dispatch", () -> dispatch.round(() -> loop[0].wake()), () -> {});
    return loop[0];
  }

  @Bean
  DeliveryRetention deliveryRetention(
      JdbcClient jdbc,
      Dispatch.Stores stores,
      PlatformTransactionManager transactions,
      WebhookProperties properties,
      InstantSource clock) {
    return new DeliveryRetention(
        jdbc, stores, new TransactionTemplate(transactions), properties.kept(), clock);
  }

  @Bean
  EventLoop webhookRetentionLoop(DeliveryRetention retention) {
    return new EventLoop("webhook-retention", retention::round, () -> {});
  }

  @Bean
  EventLoop webhookFanOutLoop(
      EventLog log,
      Dispatch.Stores stores,
      PlatformTransactionManager transactions,
      InstantSource clock,
      EventLoop webhookDispatchLoop) {
    var fanOut =
        new FanOut(
            log,
            stores.webhooks(),
            stores.deliveries(),
            new TransactionTemplate(transactions),
            clock);
    var loop =
        new EventLoop("webhook-fan-out", () -> fanOut.round(webhookDispatchLoop::wake), () -> {});
    log.onWritten(loop::wake);
    return loop;
  }

  @Bean
  Webhooks webhooks(
      Dispatch.Stores stores,
      EventLog log,
      TargetCheck targets,
      PlatformTransactionManager transactions,
      InstantSource clock,
      EventLoop webhookFanOutLoop,
      EventLoop webhookDispatchLoop) {
    return new Webhooks(
        stores,
        log,
        targets,
        new TransactionTemplate(transactions),
        clock,
        () -> {
          webhookFanOutLoop.wake();
          webhookDispatchLoop.wake();
        });
  }

  @Bean
  WebhookController webhookController(
      Webhooks webhooks,
      Dispatch.Stores stores,
      Outbox outbox,
      PlatformTransactionManager transactions,
      InstantSource clock) {
    var tests = new WebhookTests(webhooks, outbox, new TransactionTemplate(transactions), clock);
    return new WebhookController(webhooks, tests, stores.webhooks());
  }

  @Bean
  DeliveryController deliveryController(Webhooks webhooks, Dispatch.Stores stores) {
    return new DeliveryController(webhooks, stores.deliveries());
  }
}
