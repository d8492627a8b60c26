package onair.vod.caption;

import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a caption, besides its asset. */
final class CaptionProblems {

  private CaptionProblems() {}

  /** Also for another organization's caption. */
  static Problem notFound(String id) {
    return Problems.notFound("caption", id);
  }

  /** Players tell captions apart by their names. */
  static Problem nameTaken() {
    return Problem.of(409, "caption_name_taken", "The asset has a caption of that name")
        .detail("Give this one another name, or delete the other one first.");
  }

  static Problem limitReached(int limit) {
    return Problem.of(422, "caption_limit_reached", "The asset has no room for more captions")
        .detail("An asset has at most %d captions; delete one first.".formatted(limit))
        .with("limit", limit);
  }
}
