package onair.vod.asset;

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

  /** The asset is being removed. */
  static Problem beingRemoved() {
    return Problem.of(409, "status_conflict", "The asset's status does not allow this")
        .detail("The asset is deleted; nothing about it can be changed any more.")
        .with("current_status", AssetStatus.DELETED.word());
  }
}
