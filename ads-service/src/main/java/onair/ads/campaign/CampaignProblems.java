package onair.ads.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import onair.common.problem.Problem;
import onair.common.problem.Problems;

/** What can be wrong with a request about a campaign. */
final class CampaignProblems {

  private CampaignProblems() {}

  /** Also for another organization's campaign. */
  static Problem notFound(String id) {
    return Problems.notFound("campaign", id);
  }

  static Problem unknownStatus() {
    return Problems.validationFailed()
        .violation("status", "unknown_value", "must be active or paused");
  }

  /**
   * What is wrong with the terms as a whole, all at once.
   *
   * @param known those of the creatives that are the organization's
   * @throws Problem 422 when anything is
   */
  static void require(Campaign.Terms terms, Set<String> known) {
    Problem problem = Problems.validationFailed();
    List<String> ids = terms.creativeIds();
    var seen = new HashSet<String>();
    for (int i = 0; i < ids.size(); i++) {
      String field = "creative_ids[" + i + "]";
      if (!seen.add(ids.get(i))) {
        problem.violation(field, "repeated", "is in the list already");
      } else if (!known.contains(ids.get(i))) {
        problem.violation(field, "unknown", "is not a creative of yours");
      }
    }
    if (terms.startsAt() != null
        && terms.endsAt() != null
        && !terms.endsAt().isAfter(terms.startsAt())) {
      problem.violation("ends_at", "before_start", "must be after starts_at");
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
  }
}
