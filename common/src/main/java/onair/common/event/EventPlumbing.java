package onair.common.event;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;

/**
 * What events travel through in AWS: the bus, and for a service that listens its queue, the
 * dead-letter queue behind it, and the rules that lead to it. All of it is named after the
 * deployment and the service, so making it again changes nothing.
 */
final class EventPlumbing {

  private static final Logger log = LoggerFactory.getLogger(EventPlumbing.class);
  private static final String FOURTEEN_DAYS = "1209600";

  private final EventBridgeClient eventBridge;
  private final SqsClient sqs;
  private final EventProperties properties;
  private final String name;
  private final JsonMapper json;
  private boolean busThere;
  private @Nullable String queueUrl;

  /**
   * @param name of the queue and the rules, {@code onair-<deployment>-<service>}
   */
  EventPlumbing(
      EventBridgeClient eventBridge,
      SqsClient sqs,
      EventProperties properties,
      String name,
      JsonMapper json) {
    this.eventBridge = eventBridge;
    this.sqs = sqs;
    this.properties = properties;
    this.name = name;
    this.json = json;
  }

  /** Makes the bus if this was not done since {@link #forget}; its name. */
  synchronized String bus() {
    if (!busThere) {
      try {
        eventBridge.createEventBus(request -> request.name(properties.bus()));
        log.info("Made the event bus {}", properties.bus());
      } catch (SdkException failure) {
        if (AwsFailures.classify(failure) != AwsFailure.CONFLICT) {
          throw failure;
        }
      }
      busThere = true;
    }
    return properties.bus();
  }

  /**
   * Makes the queue and all that leads to it if this was not done since {@link #forget}; its URL.
   *
   * @param awsSources whose events come from the account's default bus, besides all of our own
   */
  synchronized String queue(Set<String> awsSources) {
    String made = queueUrl;
    if (made == null) {
      made = connect(awsSources);
      queueUrl = made;
      log.info("Listening on the queue {}", name);
    }
    return made;
  }

  /** Something of it was not there: all of it is made again when next asked for. */
  synchronized void forget() {
    busThere = false;
    queueUrl = null;
  }

  private String connect(Set<String> awsSources) {
    String bus = bus();
    String deadLetters =
        sqs.createQueue(
                request ->
                    request
                        .queueName(name + "-dead")
                        .attributes(
                            Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS)))
            .queueUrl();
    String queue = sqs.createQueue(request -> request.queueName(name)).queueUrl();
    String queueArn = arn(queue);
    String ownRule = rule(bus, name, Map.of("source", List.of(Map.of("prefix", "onair."))));
    List<String> rules =
        awsSources.isEmpty()
            ? List.of(ownRule)
            : List.of(ownRule, rule("default", name, Map.of("source", awsSources)));
    sqs.setQueueAttributes(
        request ->
            request.queueUrl(queue).attributes(attributes(queueArn, arn(deadLetters), rules)));
    target(bus, queueArn);
    if (!awsSources.isEmpty()) {
      target("default", queueArn);
    }
    return queue;
  }

  private String rule(String bus, String rule, Map<String, ?> pattern) {
    return eventBridge
        .putRule(
            request ->
                request
                    .name(rule)
                    .eventBusName(bus)
                    .eventPattern(json.writeValueAsString(pattern))
                    .state(RuleState.ENABLED))
        .ruleArn();
  }

  private void target(String bus, String queueArn) {
    PutTargetsResponse put =
        eventBridge.putTargets(
            request ->
                request
                    .rule(name)
                    .eventBusName(bus)
                    .targets(target -> target.id("queue").arn(queueArn)));
    if (put.failedEntryCount() != null && put.failedEntryCount() > 0) {
      throw new IllegalStateException(
          "EventBridge did not take the queue " + name + " as a target: " + put.failedEntries());
    }
  }

  private String arn(String queue) {
    var asked =
        sqs.getQueueAttributes(
            request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN));
    return Objects.requireNonNull(
        asked.attributes().get(QueueAttributeName.QUEUE_ARN), "a queue without an ARN");
  }

  private Map<QueueAttributeName, String> attributes(
      String queueArn, String deadLettersArn, List<String> rules) {
    var redrive =
        Map.of("deadLetterTargetArn", deadLettersArn, "maxReceiveCount", properties.maxReceives());
    var statement =
        Map.of(
            "Effect",
            "Allow",
            "Principal",
            Map.of("Service", "events.amazonaws.com"),
            "Action",
            "sqs:SendMessage",
            "Resource",
            queueArn,
            "Condition",
            Map.of("ArnEquals", Map.of("aws:SourceArn", rules)));
    return Map.of(
        QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(properties.visibility().toSeconds()),
        QueueAttributeName.MESSAGE_RETENTION_PERIOD, FOURTEEN_DAYS,
        QueueAttributeName.REDRIVE_POLICY, json.writeValueAsString(redrive),
        QueueAttributeName.POLICY,
            json.writeValueAsString(
                Map.of("Version", "2012-10-17", "Statement", List.of(statement))));
  }
}
