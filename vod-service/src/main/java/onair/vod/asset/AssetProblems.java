package onair.vod.asset;

import java.util.List;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about an asset. */
final class AssetProblems {

  private AssetProblems() {}

  /** Also for another organization's asset. */
  static Problem notFound(String id) {
    return Problems.notFound("asset", id);
  }

  static Problem unknownStatus() {
    return Problems.validationFailed()
        .violation(
            "status", "unknown_value", "must be one of: " + String.join(", ", AssetStatus.words()));
  }

  /** The asset does not play, or not any more. */
  static Problem notReady(AssetStatus status) {
    String what =
        switch (status) {
          case WAITING_FOR_UPLOAD, PROBING, PROCESSING, READY ->
              "The asset is %s. Wait until it is ready, which asset.ready tells, and repeat this."
                  .formatted(status.word());
          case ERRORED ->
              "The asset is errored and never will be ready. Upload it again, and do this to the new"
                  + " asset.";
          case DELETED -> "The asset is deleted; nothing about it can be changed any more.";
        };
    return Problem.of(409, "status_conflict", "The asset's status does not allow this")
        .detail(what)
        .with("current_status", status.word())
        .with("allowed_from", List.of(AssetStatus.READY.word()));
  }

  /** The asset is being removed. */
  static Problem beingRemoved() {
    return Problem.of(409, "status_conflict", "The asset's status does not allow this")
        .detail("The asset is deleted; nothing about it can be changed any more.")
        .with("current_status", AssetStatus.DELETED.word());
  }
}
