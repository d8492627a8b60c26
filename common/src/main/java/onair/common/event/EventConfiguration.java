package onair.common.event;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import onair.common.aws.AwsClients;
import onair.common.aws.DeploymentProperties;
import onair.common.tenancy.TenancyConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a service its {@link Outbox} and the relay of it, and a queue whose consumer asks its
 * {@link EventListener}s. Needs {@code onair.common.aws.AwsConfiguration} and the migrations of
 * {@code classpath:db/common}. The service starts and works without AWS; events wait until it
 * answers.
 */
@Configuration(proxyBeanMethods = false)
@Import(TenancyConfiguration.class)
@EnableConfigurationProperties({EventProperties.class, DeploymentProperties.class})
public class EventConfiguration {

  private static final String SOURCE = "onair.";

  @Bean
  EventBridgeClient eventBridgeClient(AwsClients clients) {
    return clients.create(EventBridgeClient.builder());
  }

  @Bean
  SqsClient sqsClient(AwsClients clients) {
    return clients.create(SqsClient.builder());
  }

  @Bean
  EventPlumbing eventPlumbing(
      EventBridgeClient eventBridge,
      SqsClient sqs,
      EventProperties properties,
      DeploymentProperties deployment,
      @Value("${spring.application.name}") String service,
      JsonMapper json) {
    return new EventPlumbing(
        eventBridge, sqs, properties, "onair-" + deployment.deployment() + "-" + service, json);
  }

  @Bean
  UnconfirmedEvents unconfirmedEvents(
      JdbcClient jdbc, @Value("${spring.application.name}") String service) {
    return new UnconfirmedEvents(jdbc, SOURCE + service);
  }

  @Bean
  EventLoop outboxRelayLoop(
      JdbcClient jdbc,
      UnconfirmedEvents unconfirmed,
      PlatformTransactionManager transactions,
      EventBridgeClient eventBridge,
      EventPlumbing plumbing,
      EventProperties properties,
      @Value("${spring.application.name}") String service,
      ObjectProvider<InstantSource> clock) {
    var relay =
        new OutboxRelay(
            new OutboxStore(jdbc),
            unconfirmed,
            new TransactionTemplate(transactions),
            eventBridge,
            plumbing,
            SOURCE + service,
            properties.relayInterval(),
            clock.getIfAvailable(InstantSource::system));
    return new EventLoop("outbox-relay", relay::round, () -> {});
  }

  @Bean
  Outbox outbox(JdbcClient jdbc, JsonMapper json, EventLoop outboxRelayLoop) {
    return new Outbox(jdbc, json, outboxRelayLoop::wake);
  }

  @Bean
  EventLoop eventConsumerLoop(
      @Value("${spring.application.name}") String service,
      Outbox outbox,
      SqsClient sqs,
      EventPlumbing plumbing,
      EventProperties properties,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      JsonMapper json,
      ObjectProvider<InstantSource> clock,
      ObjectProvider<EventListener> listeners) {
    List<EventListener> all = listeners.orderedStream().toList();
    Set<String> awsSources = new TreeSet<>();
    all.forEach(listener -> awsSources.addAll(listener.awsSources()));
    boolean keepsEvents = all.stream().anyMatch(EventListener::keepsEvents);
    var transaction = new TransactionTemplate(transactions);
    InstantSource time = clock.getIfAvailable(InstantSource::system);
    var delivery = new EventDelivery(all, new ConsumedEvents(jdbc), transaction, json, time);
    Runnable listening =
        () ->
            transaction.executeWithoutResult(
                status ->
                    outbox.publish(ServiceListening.event(service, keepsEvents, time.instant())));
    var consumer =
        new EventConsumer(sqs, plumbing, delivery, awsSources, properties.poll(), listening);
    return new EventLoop("event-consumer", consumer::round, consumer::stopWaiting);
  }
}
