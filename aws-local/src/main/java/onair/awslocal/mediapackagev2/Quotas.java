package onair.awslocal.mediapackagev2;

/** MediaPackage v2's default quotas. Source: MediaPackage v2 user guide, "Quotas". */
final class Quotas {

  private static final int GROUPS = 3;
  private static final int CHANNELS = 10;
  private static final int ENDPOINTS = 10;

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

  private void check(int present, int limit, String what) {
    if (enforced && present >= limit) {
      throw Refusals.quota("Quota exceeded: " + limit + " " + what);
    }
  }
}
