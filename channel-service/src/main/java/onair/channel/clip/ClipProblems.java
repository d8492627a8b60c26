package onair.channel.clip;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a clip. */
final class ClipProblems {

  static final String START_AT = "start_at";
  static final String END_AT = "end_at";
  static final String LAST_SECONDS = "last_seconds";

  private static final String OUT_OF_RANGE = "out_of_range";

  private ClipProblems() {}

  static Problem neverLive(String status) {
    return conflict(status, "It was never live, so there is nothing to clip yet.", List.of("live"));
  }

  static Problem beingRemoved(String status) {
    return conflict(
        status, "It is being removed.", List.of("live", "reconnecting", "stopping", "idle"));
  }

  private static Problem conflict(String status, String detail, List<String> allowed) {
    return Problem.of(409, "status_conflict", "The channel's status does not allow this")
        .detail(detail)
        .with("current_status", status)
        .with("allowed_from", allowed);
  }

  static Problem unsupported() {
    return Problem.of(409, "clips_unsupported", "No clips can be made of this channel")
        .detail(
            "They are made of what MediaPackage v2 keeps. Choose origin mediapackage, packaging"
                + " mediapackage_v2, and neither drm nor delay_seconds for clips.");
  }

  static Problem nothingKept(String field) {
    return Problems.validationFailed()
        .violation(
            field,
            OUT_OF_RANGE,
            "nothing of the broadcast can be played any more; a longer dvr_window_seconds keeps it");
  }

  static Problem oneOrTheOther(String field, String detail) {
    return Problems.validationFailed().violation(field, "combination", detail);
  }

  static Problem unknownStatus() {
    var words = Arrays.stream(Clip.Status.values()).map(Clip.Status::word).toList();
    return Problems.validationFailed()
        .violation("status", "unknown_value", "must be one of: " + String.join(", ", words));
  }

  static Problem notInOrder() {
    return Problems.validationFailed()
        .violation(END_AT, OUT_OF_RANGE, "must be after start_at, by at most 24 hours");
  }

  static Problem outside(String field, Stretch playable) {
    return Problems.validationFailed()
        .violation(
            field,
            OUT_OF_RANGE,
            "must be within what can still be played of that broadcast: %s to %s"
                .formatted(readable(playable.from(), true), readable(playable.to(), false)));
  }

  static Problem tooLong(Stretch playable) {
    return Problems.validationFailed()
        .violation(
            LAST_SECONDS,
            OUT_OF_RANGE,
            "can be %d at most: no more can still be played of the broadcast"
                .formatted(Duration.between(playable.from(), playable.to()).toSeconds()));
  }

  /** To the second, so that what is told is within. */
  private static Instant readable(Instant moment, boolean up) {
    Instant down = moment.truncatedTo(ChronoUnit.SECONDS);
    return up && !down.equals(moment) ? down.plusSeconds(1) : down;
  }
}
