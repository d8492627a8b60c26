package onair.channel.cost;

import java.util.Optional;
import onair.common.plan.Plan.Price;

/** What channels that there are cost. */
public interface Prices {

  /** The price of a channel of that organization as it is now; anybody else's is empty. */
  Optional<Price> price(String organizationId, String channelId);
}
