package onair.channel.quota;

import java.util.Map;
import java.util.Set;

/** Lists what there is in the account, whoever made it; calls AWS. A bean per service. */
public interface AccountUse {

  /** By quota, AWS's ids of all that takes from it. */
  Map<Quota, Set<String>> ids();
}
