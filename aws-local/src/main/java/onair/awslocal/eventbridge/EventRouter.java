package onair.awslocal.eventbridge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.events.DeliveryRefused;
import onair.awslocal.events.DeliveryRoute;
import onair.awslocal.events.EventDelivery;
import onair.awslocal.events.EventTarget;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.eventbridge.model.Target;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings events to the targets of the rules they match, before the caller hears that they were
 * accepted. An event a target refuses goes to the target's dead-letter queue, if it has one, else
 * it is lost and the log says so once.
 */
final class EventRouter {

  private static final Logger LOG = LoggerFactory.getLogger(EventRouter.class);

  private final Rules rules;
  private final List<EventTarget> targets;
  private final DeliveryRoute way;
  private final Map<String, EventPattern> patterns = new ConcurrentHashMap<>();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  EventRouter(Rules rules, List<EventTarget> targets, DeliveryRoute way) {
    this.rules = rules;
    this.way = way;
    this.targets = List.copyOf(targets);
  }

  boolean canReach(String arn) {
    return targetOf(arn).isPresent();
  }

  void route(BusRow bus, Event event) {
    ObjectNode envelope = event.envelope();
    for (RuleRow rule : rules.list(bus)) {
      if (rule.isEnabled() && pattern(rule).matches(envelope)) {
        for (Target target : rule.targets()) {
          way.carry(
              event.source(), event.detailType(), target.arn(), () -> send(rule, target, envelope));
        }
      }
    }
  }

  private EventPattern pattern(RuleRow rule) {
    return patterns.computeIfAbsent(rule.pattern(), EventPattern::parse);
  }

  private void send(RuleRow rule, Target target, ObjectNode envelope) {
    String body = TargetInput.of(target, envelope);
    try {
      deliver(rule, target.arn(), body);
    } catch (DeliveryRefused e) {
      if (reported.add(rule.arn() + " " + target.id() + " " + e.getMessage())) {
        LOG.warn(
            "Rule {} loses events for its target {}: {}", rule.name(), target.id(), e.getMessage());
      }
      giveUp(rule, target, body);
    }
  }

  private void giveUp(RuleRow rule, Target target, String body) {
    if (target.deadLetterConfig() != null && target.deadLetterConfig().arn() != null) {
      try {
        deliver(rule, target.deadLetterConfig().arn(), body);
      } catch (DeliveryRefused e) {
        LOG.warn("Nor does the dead-letter queue take them: {}", e.getMessage());
      }
    }
  }

  private void deliver(RuleRow rule, String arn, String body) {
    EventTarget target =
        targetOf(arn)
            .orElseThrow(() -> new DeliveryRefused("aws-local has no such target as " + arn));
    target.deliver(new EventDelivery(arn, rule.arn(), rule.accountId(), body));
  }

  private Optional<EventTarget> targetOf(String arn) {
    return targets.stream().filter(target -> target.owns(arn)).findFirst();
  }
}
