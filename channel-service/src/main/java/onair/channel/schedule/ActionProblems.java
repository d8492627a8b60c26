package onair.channel.schedule;

import java.util.Arrays;
import java.util.List;
import onair.channel.schedule.Action.Status;
import onair.channel.schedule.Broadcasts.Broadcast;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a channel's schedule. */
final class ActionProblems {

  private ActionProblems() {}

  static Problem notFound(String id) {
    return Problems.notFound("schedule action", id);
  }

  static Problem notRunning(Broadcast broadcast) {
    return Problem.of(409, "status_conflict", "The channel's status does not allow this")
        .detail(
            "The channel is %s; its schedule is open while its encoder runs."
                .formatted(broadcast.status()))
        .with("current_status", broadcast.status())
        .with("allowed_from", List.of("waiting", "live", "reconnecting"));
  }

  static Problem noMetadata() {
    return Problem.of(409, "id3_unsupported", "This channel cannot carry ID3 tags")
        .detail("MediaPackage v1 passes none on. Choose another origin for metadata.");
  }

  static Problem oneInput() {
    return Problem.of(409, "one_input", "This channel has one input only")
        .detail("There is nothing to switch to; a backup takes over and steps back by itself.");
  }

  static Problem overlaps(Action other) {
    return Problem.of(409, "schedule_action_overlaps", "Another action has that place then")
        .detail(
            "Action %s has %s %s."
                .formatted(
                    other.id(),
                    other.deed().place().orElse("it"),
                    other.ends().map(ends -> "until " + ends).orElse("until it is cancelled")))
        .with("schedule_action_id", other.id());
  }

  static Problem tooMany(int limit) {
    return Problem.of(409, "schedule_full", "The schedule has too many actions")
        .detail("At most %d that have not ended are kept.".formatted(limit))
        .with("limit", limit);
  }

  static Problem over(Action action) {
    return Problem.of(409, "status_conflict", "The action's status does not allow this")
        .detail("It is %s; there is nothing to cancel.".formatted(action.status().word()))
        .with("current_status", action.status().word())
        .with("allowed_from", List.of("scheduled", "active"));
  }

  static Problem badStart(String detail) {
    return Problems.validationFailed().violation("start_at", "out_of_range", detail);
  }

  static Problem unknownStatus() {
    var words = Arrays.stream(Status.values()).map(Status::word).toList();
    return Problems.validationFailed()
        .violation("status", "unknown_value", "must be one of: " + String.join(", ", words));
  }
}
