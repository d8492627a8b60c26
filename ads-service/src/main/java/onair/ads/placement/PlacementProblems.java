package onair.ads.placement;

import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about an ad configuration. */
final class PlacementProblems {

  private PlacementProblems() {}

  /** Also for another organization's. */
  static Problem notFound(String id) {
    return Problems.notFound("ad configuration", id);
  }

  /** Also for another organization's playback id. */
  static Problem playbackUnknown() {
    return Problems.validationFailed()
        .violation("playback_id", "unknown", "is not the playback id of an asset of yours");
  }

  static Problem playbackOfChannel() {
    return Problems.validationFailed()
        .violation(
            "playback_id",
            "channel",
            "is a channel's; switch its ads on with PATCH /v1/channels/{id} {ads: {enabled: true}}");
  }

  static Problem slateUnknown() {
    return Problems.validationFailed()
        .violation(
            "slate_asset_id",
            "unknown",
            "is not a ready asset of yours that was uploaded with mp4_download");
  }

  static Problem exists(String id) {
    return Problem.of(409, "already_exists", "There is one already")
        .detail("The playback id has the ad configuration " + id + ".")
        .with("ad_configuration_id", id);
  }

  static Problem removing() {
    return Problem.of(409, "status_conflict", "The ad configuration is being removed")
        .with("current_status", "removing");
  }

  static Problem managedByChannel() {
    return Problem.of(409, "managed_by_channel", "The channel decides about this")
        .detail("Change ads of the channel instead.");
  }
}
