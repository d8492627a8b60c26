package onair.ads.creative;

import java.util.List;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a creative. */
final class CreativeProblems {

  private CreativeProblems() {}

  /** Also for another organization's creative. */
  static Problem notFound(String id) {
    return Problems.notFound("creative", id);
  }

  /** Also for another organization's asset. */
  static Problem assetUnknown() {
    return asset("unknown", "is not an asset of yours that is known to be ready");
  }

  static Problem assetNotReady() {
    return asset("not_ready", "must be ready; wait for asset.ready");
  }

  static Problem assetWithoutFile() {
    return asset("no_mp4", "must have been uploaded with mp4_download: true");
  }

  private static Problem asset(String code, String detail) {
    return Problems.validationFailed().violation("asset_id", code, detail);
  }

  static Problem inUse(String id, List<String> campaigns) {
    return Problem.of(409, "creative_in_use", "The creative is part of a campaign")
        .detail("Take " + id + " out of its campaigns first, or delete them.")
        .with("campaign_ids", campaigns);
  }
}
