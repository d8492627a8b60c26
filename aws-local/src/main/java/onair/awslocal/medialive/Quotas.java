package onair.awslocal.medialive;

import software.amazon.awssdk.services.medialive.model.TooManyRequestsException;

/**
 * MediaLive's default quotas per account and region. Source: MediaLive user guide, "Quotas"; AWS
 * answers 429 for them, the same as for too many calls.
 */
final class Quotas {

  private static final int CHANNELS = 5;
  private static final int PUSH_INPUTS = 5;
  private static final int PULL_INPUTS = 100;
  private static final int SECURITY_GROUPS = 5;

  private final boolean enforced;

  Quotas(boolean enforced) {
    this.enforced = enforced;
  }

  void oneMoreChannel(int present) {
    check(present, CHANNELS, "channels");
  }

  void oneMoreInput(boolean push, int presentOfKind) {
    check(presentOfKind, push ? PUSH_INPUTS : PULL_INPUTS, push ? "push inputs" : "pull inputs");
  }

  void oneMoreSecurityGroup(int present) {
    check(present, SECURITY_GROUPS, "input security groups");
  }

  private void check(int present, int limit, String what) {
    if (enforced && present >= limit) {
      throw TooManyRequestsException.builder()
          .message("Limit exceeded: this account has " + limit + " " + what + " already")
          .build();
    }
  }
}
