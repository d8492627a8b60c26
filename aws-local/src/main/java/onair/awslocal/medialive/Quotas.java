package onair.awslocal.medialive;

import java.util.Locale;
import onair.awslocal.quota.AppliedQuotas;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.medialive.model.TooManyRequestsException;

/**
 * MediaLive's word for a quota that is reached: 429, the same as for too many calls. Source:
 * MediaLive user guide, "Quotas".
 */
final class Quotas {

  private final AppliedQuotas applied;

  Quotas(AppliedQuotas applied) {
    this.applied = applied;
  }

  void oneMoreChannel(int present) {
    check(present, Quota.MEDIALIVE_CHANNELS);
  }

  void oneMoreInput(boolean push, int presentOfKind) {
    check(presentOfKind, push ? Quota.MEDIALIVE_PUSH_INPUTS : Quota.MEDIALIVE_PULL_INPUTS);
  }

  void oneMoreSecurityGroup(int present) {
    check(present, Quota.MEDIALIVE_SECURITY_GROUPS);
  }

  private void check(int present, Quota quota) {
    long limit = applied.limit(Scope.current(), quota);
    if (present >= limit) {
      String what = quota.title().toLowerCase(Locale.ROOT);
      throw TooManyRequestsException.builder()
          .message("Limit exceeded: this account has " + limit + " " + what + " already")
          .build();
    }
  }
}
