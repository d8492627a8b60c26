package onair.channel.quota;

import java.util.Map;
import java.util.Set;

/** Reads the limits that apply to the account; calls AWS. */
public interface AccountLimits {

  /** Those of the quotas that the account has; one that AWS does not know is left out. */
  Map<Quota, Integer> of(Set<Quota> quotas);
}
