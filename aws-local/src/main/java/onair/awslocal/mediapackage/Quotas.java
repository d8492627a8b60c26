package onair.awslocal.mediapackage;

import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;

/** MediaPackage's word for a quota that is reached. Source: MediaPackage user guide, "Quotas". */
final class Quotas {

  private final AppliedQuotas applied;

  Quotas(AppliedQuotas applied) {
    this.applied = applied;
  }

  void oneMoreChannel(int present) {
    check(present, Quota.MEDIAPACKAGE_CHANNELS, "channels in an account");
  }

  void oneMoreEndpoint(int present) {
    check(present, Quota.MEDIAPACKAGE_ENDPOINTS, "origin endpoints of a channel");
  }

  void oneMoreHarvest(long inProgress) {
    check(inProgress, Quota.MEDIAPACKAGE_HARVESTS, "harvest jobs at a time");
  }

  private void check(long present, Quota quota, String what) {
    long limit = applied.limit(Scope.current(), quota);
    if (present >= limit) {
      throw Refusals.quota("Limit exceeded: " + limit + " " + what);
    }
  }
}
