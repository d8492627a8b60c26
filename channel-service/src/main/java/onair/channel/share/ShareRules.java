package onair.channel.share;

import java.util.List;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What each way of sharing needs, and what does not go with it; pure. */
final class ShareRules {

  private static final String ANYBODY = "/0";

  private ShareRules() {}

  /**
   * @throws Problem 422 with all that is wrong
   */
  static void require(ShareRequest request) {
    Problem problem = Problems.validationFailed();
    boolean granted = request.isEntitlement();
    together("allowed_cidrs", request.allowedCidrs(), !granted, true, problem);
    together("subscribers", request.subscribers(), granted, true, problem);
    together("subscriber_fee_percent", request.subscriberFeePercent(), granted, false, problem);
    together("encryption", request.encryption(), granted, false, problem);
    List<String> cidrs = request.allowedCidrsOrNone();
    for (int i = 0; i < cidrs.size(); i++) {
      if (cidrs.get(i).endsWith(ANYBODY)) {
        problem.violation(
            "allowed_cidrs[" + i + "]",
            "too_wide",
            "lets everybody in; give the addresses the partner receives from");
      }
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
  }

  private static void together(
      String field, @Nullable Object given, boolean goes, boolean needed, Problem problem) {
    if (goes && needed && given == null) {
      problem.violation(field, "required", "is needed to share in this way");
    }
    if (!goes && given != null) {
      problem.violation(field, "unexpected", "does not go with this protocol; leave it out");
    }
  }
}
