package onair.channel.simulcast;

import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a simulcast target. */
final class SimulcastTargetProblems {

  private SimulcastTargetProblems() {}

  static Problem notFound(String id) {
    return Problems.notFound("simulcast_target", id);
  }

  static Problem channelNotFound(String id) {
    return Problems.notFound("channel", id);
  }

  static Problem channelDeleted() {
    return Problem.of(409, "status_conflict", "The channel's status does not allow this")
        .detail("The channel is deleted; nothing can be added to it.")
        .with("current_status", "deleted");
  }

  /** Both pipelines would push with the one key, and each would cut the other off. */
  static Problem dual() {
    return Problem.of(409, "pipelines_not_single", "This channel cannot be simulcast")
        .detail(
            "It has two pipelines, each of which would push to the target. Give the channel"
                + " pipelines single while it is idle, or use another channel.")
        .with("pipelines", "dual");
  }

  static Problem limitReached(int limit) {
    return Problem.of(
            422, "simulcast_target_limit_reached", "A channel has no room for more targets")
        .detail("A channel has at most %d simulcast targets; delete one first.".formatted(limit))
        .with("limit", limit);
  }
}
