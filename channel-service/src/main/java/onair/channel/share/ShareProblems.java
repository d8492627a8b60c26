package onair.channel.share;

import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a share. */
final class ShareProblems {

  private ShareProblems() {}

  static Problem notFound(String id) {
    return Problems.notFound("share", id);
  }

  static Problem channelNotFound(String id) {
    return Problems.notFound("channel", id);
  }

  /** Only a flow can be passed on. */
  static Problem notBySrt() {
    return Problem.of(409, "ingest_not_shareable", "This channel cannot be shared")
        .detail(
            "What is pushed by RTMP goes straight to the encoder. Create a channel with"
                + " ingest.protocol srt and share that one.")
        .with("ingest_protocol", "rtmp");
  }

  static Problem channelDeleted() {
    return Problem.of(409, "status_conflict", "The channel's status does not allow this")
        .detail("The channel is deleted; nothing can be added to it.")
        .with("current_status", "deleted");
  }

  static Problem limitReached(int limit) {
    return Problem.of(422, "share_limit_reached", "A channel has no room for more shares")
        .detail(
            "A channel has at most %d shares, as many as a MediaConnect flow has outputs; delete one first."
                .formatted(limit))
        .with("limit", limit);
  }

  static Problem entitlementLimitReached(int limit) {
    return Problem.of(
            422, "entitlement_limit_reached", "A channel has no room for more entitlements")
        .detail(
            "A channel has at most %d shares of protocol entitlement, as many as a MediaConnect flow has; delete one first."
                .formatted(limit))
        .with("limit", limit);
  }
}
