package onair.channel.adbreak;

import java.util.Arrays;
import java.util.List;
import onair.channel.schedule.Broadcasts.Broadcast;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about an ad break. */
final class AdBreakProblems {

  private AdBreakProblems() {}

  static Problem notLive(Broadcast broadcast) {
    return Problem.of(409, "status_conflict", "The channel's status does not allow this")
        .detail(
            "The channel is %s; an ad break is possible when it is live."
                .formatted(broadcast.status()))
        .with("current_status", broadcast.status())
        .with("allowed_from", List.of("live"));
  }

  static Problem notPackaged() {
    return Problem.of(409, "ad_breaks_unsupported", "This channel cannot have ad breaks")
        .detail("Its origin passes no signals on. Choose origin mediapackage for breaks.");
  }

  static Problem overlaps(AdBreak other) {
    return Problem.of(409, "ad_break_overlaps", "Another break is going on or planned then")
        .detail("Break %s ends at %s.".formatted(other.id(), other.ends()))
        .with("ad_break_id", other.id());
  }

  static Problem badStart(String detail) {
    return Problems.validationFailed().violation("start_at", "out_of_range", detail);
  }

  static Problem unknownStatus() {
    var words = Arrays.stream(AdBreak.Status.values()).map(AdBreak.Status::word).toList();
    return Problems.validationFailed()
        .violation("status", "unknown_value", "must be one of: " + String.join(", ", words));
  }

  static Problem notScheduled(AdBreak adBreak) {
    return Problem.of(409, "status_conflict", "The break's status does not allow this")
        .detail("It is %s; only a scheduled one is cancelled.".formatted(adBreak.status().word()))
        .with("current_status", adBreak.status().word())
        .with("allowed_from", List.of("scheduled"));
  }
}
