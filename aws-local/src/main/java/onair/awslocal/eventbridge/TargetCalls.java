package onair.awslocal.eventbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** Calls that are about the targets of rules. */
final class TargetCalls {

  private static final int MAX_TARGETS = 5;

  private final Buses buses;
  private final Rules rules;
  private final EventRouter router;

  TargetCalls(Buses buses, Rules rules, EventRouter router) {
    this.buses = buses;
    this.rules = rules;
    this.router = router;
  }

  PutTargetsResponse put(PutTargetsRequest request) {
    BusRow bus = buses.get(Scope.current(), request.eventBusName());
    List<PutTargetsResultEntry> failed = new ArrayList<>();
    List<Target> accepted = new ArrayList<>();
    for (Target target : request.targets()) {
      Optional<String> fault = fault(target);
      if (fault.isPresent()) {
        failed.add(
            PutTargetsResultEntry.builder()
                .targetId(target.id())
                .errorCode("ValidationException")
                .errorMessage(fault.get())
                .build());
      } else {
        accepted.add(target);
      }
    }
    rules.update(bus, request.rule(), rule -> with(rule, accepted));
    return PutTargetsResponse.builder()
        .failedEntryCount(failed.size())
        .failedEntries(failed)
        .build();
  }

  private static RuleRow with(RuleRow rule, List<Target> targets) {
    RuleRow changed = rule;
    for (Target target : targets) {
      changed = changed.withTarget(target);
    }
    if (changed.targets().size() > MAX_TARGETS) {
      throw EventErrors.limit("The requested resource exceeds the maximum number allowed.");
    }
    return changed;
  }

  private Optional<String> fault(Target target) {
    if (!router.canReach(target.arn())) {
      return Optional.of("aws-local sends events to SQS queues only, not to " + target.arn());
    }
    long inputs =
        Stream.of(target.input(), target.inputPath(), target.inputTransformer())
            .filter(input -> input != null)
            .count();
    if (inputs > 1) {
      return Optional.of("Only one of Input, InputPath, and InputTransformer must be provided.");
    }
    if (target.inputTransformer() != null
        && target.inputTransformer().inputPathsMap().values().stream()
            .anyMatch(path -> !path.startsWith("$"))) {
      return Optional.of("Invalid InputPathsMap for target " + target.id());
    }
    return target.inputPath() != null && !target.inputPath().startsWith("$")
        ? Optional.of("Invalid InputPath for target " + target.id())
        : Optional.empty();
  }

  ListTargetsByRuleResponse list(ListTargetsByRuleRequest request) {
    RuleRow rule = rules.get(buses.get(Scope.current(), request.eventBusName()), request.rule());
    Page<Target> page = Pages.of(rule.targets(), Target::id, request.limit(), request.nextToken());
    return ListTargetsByRuleResponse.builder()
        .targets(page.items())
        .nextToken(page.nextToken())
        .build();
  }

  RemoveTargetsResponse remove(RemoveTargetsRequest request) {
    BusRow bus = buses.get(Scope.current(), request.eventBusName());
    List<RemoveTargetsResultEntry> failed = new ArrayList<>();
    for (String id : request.ids()) {
      boolean known =
          rules.get(bus, request.rule()).targets().stream().anyMatch(old -> old.id().equals(id));
      if (known) {
        rules.update(bus, request.rule(), rule -> rule.withoutTarget(id));
      } else {
        failed.add(
            RemoveTargetsResultEntry.builder()
                .targetId(id)
                .errorCode("ResourceNotFoundException")
                .errorMessage("Rule " + request.rule() + " has no target " + id + ".")
                .build());
      }
    }
    return RemoveTargetsResponse.builder()
        .failedEntryCount(failed.size())
        .failedEntries(failed)
        .build();
  }
}
