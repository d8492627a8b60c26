package onair.awslocal.eventbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * A rule and where it sends.
 *
 * @param bus name of its bus
 * @param state as on the wire
 */
record RuleRow(
    String accountId,
    String region,
    String bus,
    String name,
    String pattern,
    String state,
    @Nullable String description,
    @Nullable String roleArn,
    Map<String, String> tags,
    List<Target> targets) {

  RuleRow {
    tags = Map.copyOf(tags);
    targets = List.copyOf(targets);
  }

  Scope scope() {
    return new Scope(accountId, region);
  }

  String arn() {
    String path = bus.equals(BusRow.DEFAULT) ? name : bus + "/" + name;
    return scope().arn("events", "rule/" + path);
  }

  boolean isEnabled() {
    return !state.equals(RuleState.DISABLED.toString());
  }

  RuleRow withState(RuleState changed) {
    return new RuleRow(
        accountId,
        region,
        bus,
        name,
        pattern,
        changed.toString(),
        description,
        roleArn,
        tags,
        targets);
  }

  RuleRow withTags(Map<String, String> changed) {
    return new RuleRow(
        accountId, region, bus, name, pattern, state, description, roleArn, changed, targets);
  }

  RuleRow withTargets(List<Target> changed) {
    return new RuleRow(
        accountId, region, bus, name, pattern, state, description, roleArn, tags, changed);
  }

  /** A target of the same id is replaced. */
  RuleRow withTarget(Target target) {
    List<Target> changed = new ArrayList<>(targets);
    changed.removeIf(old -> old.id().equals(target.id()));
    changed.add(target);
    return withTargets(changed);
  }

  RuleRow withoutTarget(String id) {
    return withTargets(targets.stream().filter(target -> !target.id().equals(id)).toList());
  }
}
