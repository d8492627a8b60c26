package onair.vod.upload;

import java.time.Duration;
import java.util.List;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.problem.Violation;

/** What can be wrong with a request about an upload. */
final class UploadProblems {

  private UploadProblems() {}

  /** Also for another organization's upload. */
  static Problem notFound(String id) {
    return Problems.notFound("upload", id);
  }

  static Problem unknownStatus() {
    return Problems.validationFailed()
        .violation(
            "status",
            "unknown_value",
            "must be one of: " + String.join(", ", UploadStatus.words()));
  }

  /** The upload has ended, or is about to. */
  static Problem notOpen(String action, Upload upload) {
    return Problem.of(409, "status_conflict", "The upload's status does not allow this")
        .detail(
            "The upload is %s; %s is possible while it is waiting or uploading."
                .formatted(
                    upload.wish() == Upload.Wish.COMPLETED
                            && upload.status() == UploadStatus.UPLOADING
                        ? "being completed"
                        : upload.status().word(),
                    action))
        .with("current_status", upload.status().word())
        .with("allowed_from", List.of("uploading", "waiting"));
  }

  /** What was sent is not the file; nothing is lost, the rest can still be sent. */
  static Problem partsDoNotFit(List<Violation> violations) {
    Problem problem = Problems.validationFailed();
    violations.forEach(problem::violation);
    return problem;
  }

  /** The bucket is being made. */
  static Problem notReady() {
    return Problem.of(503, "storage_not_ready", "There is no place for uploads yet")
        .detail("The storage is being set up. Try again in a moment.")
        .retryAfter(Duration.ofSeconds(2));
  }
}
