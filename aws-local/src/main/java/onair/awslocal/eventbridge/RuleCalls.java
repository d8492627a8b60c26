package onair.awslocal.eventbridge;

import java.util.List;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls that are about rules. */
final class RuleCalls {

  private static final JsonMapper JSON = new JsonMapper();

  private final Buses buses;
  private final Rules rules;

  RuleCalls(Buses buses, Rules rules) {
    this.buses = buses;
    this.rules = rules;
  }

  BusRow bus(@Nullable String nameOrArn) {
    return buses.get(Scope.current(), nameOrArn);
  }

  RuleRow put(PutRuleRequest request) {
    if (request.scheduleExpression() != null) {
      throw EventErrors.notImplemented("scheduled rules");
    }
    if (request.eventPattern() == null) {
      throw EventErrors.invalid(
          "Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }
    pattern(request.eventPattern());
    BusRow bus = bus(request.eventBusName());
    RuleRow wanted =
        new RuleRow(
            bus.accountId(),
            bus.region(),
            bus.name(),
            request.name(),
            request.eventPattern(),
            request.state() == null ? RuleState.ENABLED.toString() : request.stateAsString(),
            request.description(),
            request.roleArn(),
            BusCalls.tagMap(request.tags()),
            List.of());
    return rules.put(bus, wanted, old -> wanted.withTags(old.tags()).withTargets(old.targets()));
  }

  DescribeRuleResponse describe(@Nullable String busName, String name) {
    RuleRow rule = rules.get(bus(busName), name);
    return DescribeRuleResponse.builder()
        .name(rule.name())
        .arn(rule.arn())
        .eventPattern(rule.pattern())
        .state(rule.state())
        .description(rule.description())
        .roleArn(rule.roleArn())
        .eventBusName(rule.bus())
        .createdBy(rule.accountId())
        .build();
  }

  ListRulesResponse list(ListRulesRequest request) {
    String prefix = request.namePrefix() == null ? "" : request.namePrefix();
    List<RuleRow> named =
        rules.list(bus(request.eventBusName())).stream()
            .filter(rule -> rule.name().startsWith(prefix))
            .toList();
    Page<RuleRow> page = Pages.of(named, RuleRow::name, request.limit(), request.nextToken());
    return ListRulesResponse.builder()
        .rules(page.items().stream().map(RuleCalls::shape).toList())
        .nextToken(page.nextToken())
        .build();
  }

  ListRuleNamesByTargetResponse withTarget(ListRuleNamesByTargetRequest request) {
    List<RuleRow> found =
        rules.list(bus(request.eventBusName())).stream()
            .filter(
                rule ->
                    rule.targets().stream()
                        .anyMatch(target -> target.arn().equals(request.targetArn())))
            .toList();
    Page<RuleRow> page = Pages.of(found, RuleRow::name, request.limit(), request.nextToken());
    return ListRuleNamesByTargetResponse.builder()
        .ruleNames(page.items().stream().map(RuleRow::name).toList())
        .nextToken(page.nextToken())
        .build();
  }

  private static Rule shape(RuleRow rule) {
    return Rule.builder()
        .name(rule.name())
        .arn(rule.arn())
        .eventPattern(rule.pattern())
        .state(rule.state())
        .description(rule.description())
        .roleArn(rule.roleArn())
        .eventBusName(rule.bus())
        .build();
  }

  void setState(@Nullable String busName, String name, RuleState state) {
    rules.update(bus(busName), name, rule -> rule.withState(state));
  }

  /** One that does not exist is as good as deleted. */
  void delete(@Nullable String busName, String name) {
    rules.delete(bus(busName), name);
  }

  /** Whether a pattern matches a whole event. */
  boolean matches(TestEventPatternRequest request) {
    try {
      JsonNode event = JSON.readTree(request.event());
      return pattern(request.eventPattern()).matches(event);
    } catch (JacksonException e) {
      throw EventErrors.invalid("Parameter Event is not valid JSON.");
    }
  }

  private static EventPattern pattern(String text) {
    try {
      return EventPattern.parse(text);
    } catch (EventPattern.InvalidPattern e) {
      throw EventErrors.invalidPattern(e.reason());
    }
  }
}
