package onair.channel.broadcast;

import java.util.List;
import onair.channel.broadcast.PlannedBroadcast.Status;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about planned broadcasts. */
final class BroadcastProblems {

  private BroadcastProblems() {}

  /** Also for another organization's. */
  static Problem notFound(String id) {
    return Problems.notFound("broadcast", id);
  }

  /** Also for another organization's channel. */
  static Problem channelNotFound(String id) {
    return Problems.notFound("channel", id);
  }

  static Problem channelDeleted() {
    return Problem.of(409, "channel_deleted", "The channel is being removed");
  }

  static Problem badTime(String field, String detail) {
    return Problems.validationFailed().violation(field, "out_of_range", detail);
  }

  static Problem overlaps(PlannedBroadcast other) {
    String until = other.stopAt() == null ? "the channel is stopped" : other.stopAt().toString();
    return Problem.of(409, "broadcast_overlaps", "Another broadcast is planned or on air then")
        .detail("Broadcast %s is from %s until %s.".formatted(other.id(), other.startAt(), until))
        .with("broadcast_id", other.id());
  }

  static Problem notToCome(PlannedBroadcast broadcast) {
    return Problem.of(409, "status_conflict", "The broadcast's status does not allow this")
        .detail(
            "It is %s; only one that is still to come is cancelled. Stop the channel to end one on"
                    .formatted(broadcast.status().word())
                + " air.")
        .with("current_status", broadcast.status().word())
        .with("allowed_from", List.of(Status.SCHEDULED.word(), Status.PREPARING.word()));
  }

  static Problem unknownStatus() {
    return Problems.validationFailed()
        .violation(
            "status", "unknown_value", "must be one of: " + String.join(", ", Status.words()));
  }
}
