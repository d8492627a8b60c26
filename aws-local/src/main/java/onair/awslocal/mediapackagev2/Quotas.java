package onair.awslocal.mediapackagev2;

import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/**
 * MediaPackage v2's word for a quota that is reached. Source: MediaPackage v2 user guide, "Quotas".
 */
final class Quotas {

  private final AppliedQuotas applied;

  Quotas(AppliedQuotas applied) {
    this.applied = applied;
  }

  void oneMoreGroup(int present) {
    check(present, Quota.MEDIAPACKAGEV2_GROUPS, "channel groups in an account");
  }

  void oneMoreChannel(int present) {
    check(present, Quota.MEDIAPACKAGEV2_CHANNELS, "channels in a channel group");
  }

  void oneMoreEndpoint(int present) {
    check(present, Quota.MEDIAPACKAGEV2_ENDPOINTS, "origin endpoints of a channel");
  }

  /** Of one group, those that have not ended. */
  void oneMoreHarvest(long present) {
    long limit = applied.limit(Scope.current(), Quota.MEDIAPACKAGEV2_HARVESTS);
    if (present >= limit) {
      throw Refusals.invalid(
          ValidationExceptionType.TOO_MANY_IN_PROGRESS_HARVEST_JOBS,
          "Quota exceeded: " + limit + " active harvest jobs in a channel group");
    }
  }

  private void check(int present, Quota quota, String what) {
    long limit = applied.limit(Scope.current(), quota);
    if (present >= limit) {
      throw Refusals.quota("Quota exceeded: " + limit + " " + what);
    }
  }
}
