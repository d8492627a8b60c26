package onair.awslocal.mediapackagev2;

import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** MediaPackage v2's default quotas. Source: MediaPackage v2 user guide, "Quotas". */
final class Quotas {

  private static final int GROUPS = 3;
  private static final int CHANNELS = 10;
  private static final int ENDPOINTS = 10;
  private static final int HARVESTS = 10;

  private final boolean enforced;

  Quotas(boolean enforced) {
    this.enforced = enforced;
  }

  void oneMoreGroup(int present) {
    check(present, GROUPS, "channel groups in an account");
  }

  void oneMoreChannel(int present) {
    check(present, CHANNELS, "channels in a channel group");
  }

  void oneMoreEndpoint(int present) {
    check(present, ENDPOINTS, "origin endpoints of a channel");
  }

  /** Of one group, those that have not ended. */
  void oneMoreHarvest(long present) {
    if (enforced && present >= HARVESTS) {
      throw Refusals.invalid(
          ValidationExceptionType.TOO_MANY_IN_PROGRESS_HARVEST_JOBS,
          "Quota exceeded: " + HARVESTS + " active harvest jobs in a channel group");
    }
  }

  private void check(int present, int limit, String what) {
    if (enforced && present >= limit) {
      throw Refusals.quota("Quota exceeded: " + limit + " " + what);
    }
  }
}
