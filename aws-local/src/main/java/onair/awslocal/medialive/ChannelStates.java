package onair.awslocal.medialive;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/**
 * What may be done to a channel in which state. Source: MediaLive user guide, "States for
 * channels", and the conflicts AWS answers.
 */
final class ChannelStates {

  private record Rule(String verb, Set<ChannelState> from, ChannelState during) {}

  private static final Map<Step, Rule> RULES =
      Map.of(
          Step.START,
          new Rule("start", Set.of(ChannelState.IDLE), ChannelState.STARTING),
          Step.STOP,
          new Rule(
              "stop", Set.of(ChannelState.RUNNING, ChannelState.RECOVERING), ChannelState.STOPPING),
          Step.UPDATE,
          new Rule(
              "update",
              Set.of(ChannelState.IDLE, ChannelState.UPDATE_FAILED),
              ChannelState.UPDATING),
          Step.RESTART,
          new Rule(
              "restart the pipelines of", Set.of(ChannelState.RUNNING), ChannelState.RECOVERING),
          Step.DELETE,
          new Rule(
              "delete",
              Set.of(ChannelState.IDLE, ChannelState.CREATE_FAILED, ChannelState.UPDATE_FAILED),
              ChannelState.DELETING));

  private ChannelStates() {}

  /** The channel in the state the step goes through, or 409 when it may not begin now. */
  static ChannelRow begin(Step step, ChannelRow row, Pending pending) {
    Rule rule = RULES.get(step);
    if (rule == null) {
      throw new IllegalArgumentException("nobody asks for " + step);
    }
    if (!rule.from().contains(row.state())) {
      throw Refusals.conflict(refusal(rule.verb(), row.state()));
    }
    return row.in(rule.during(), pending);
  }

  private static String refusal(String verb, ChannelState state) {
    boolean running =
        state == ChannelState.RUNNING
            || state == ChannelState.STARTING
            || state == ChannelState.RECOVERING;
    return verb.equals("delete") && running
        ? "Cannot delete a channel that has not been stopped yet. Please stop the channel first"
        : "Cannot " + verb + " a channel in state " + state;
  }
}
