package onair.awslocal.mediapackage;

/** MediaPackage's default quotas. Source: MediaPackage user guide, "Quotas". */
final class Quotas {

  private static final int CHANNELS = 30;
  private static final int ENDPOINTS = 10;

  private final boolean enforced;

  Quotas(boolean enforced) {
    this.enforced = enforced;
  }

  void oneMoreChannel(int present) {
    check(present, CHANNELS, "channels in an account");
  }

  void oneMoreEndpoint(int present) {
    check(present, ENDPOINTS, "origin endpoints of a channel");
  }

  private void check(int present, int limit, String what) {
    if (enforced && present >= limit) {
      throw Refusals.quota("Limit exceeded: " + limit + " " + what);
    }
  }
}
