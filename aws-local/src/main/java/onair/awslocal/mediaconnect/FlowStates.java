package onair.awslocal.mediaconnect;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * What may be done to a flow in which state. Source: MediaConnect API reference; the operations
 * have no conflict among their errors, so the wrong state is a bad request.
 */
final class FlowStates {

  private record Rule(String verb, Set<Status> from, Status during) {}

  private static final Map<Step, Rule> RULES =
      Map.of(
          Step.START,
          new Rule("start", Set.of(Status.STANDBY, Status.ERROR), Status.STARTING),
          Step.STOP,
          new Rule("stop", Set.of(Status.ACTIVE, Status.ERROR), Status.STOPPING),
          Step.DELETE,
          new Rule("delete", Set.of(Status.STANDBY), Status.DELETING));

  private FlowStates() {}

  /** The flow in the state the step goes through, or 400 when it may not begin now. */
  static FlowRow begin(Step step, FlowRow row, Pending pending) {
    Rule rule = RULES.get(step);
    if (rule == null) {
      throw new IllegalArgumentException("nobody asks for " + step);
    }
    if (!rule.from().contains(row.status())) {
      String hint = step == Step.DELETE ? ". You must stop the flow before you delete it" : "";
      throw Refusals.badRequest(
          "Cannot %s flow %s in state %s%s".formatted(rule.verb(), row.arn(), row.status(), hint));
    }
    return row.in(rule.during(), pending);
  }

  /** Flows can be changed whether they run or not, but not while they change already. */
  static void requireSettled(FlowRow row) {
    switch (row.status()) {
      case STANDBY, ACTIVE, ERROR -> {}
      default ->
          throw Refusals.badRequest(
              "Cannot change flow %s in state %s".formatted(row.arn(), row.status()));
    }
  }
}
