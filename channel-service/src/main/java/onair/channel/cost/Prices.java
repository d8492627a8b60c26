package onair.channel.cost;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import onair.common.plan.Plan.Price;

/** What channels that there are cost. */
public interface Prices {

  /** A channel as it is now. */
  record Priced(String name, Price price) {}

  /** The price of a channel of that organization as it is now; anybody else's is empty. */
  Optional<Price> price(String organizationId, String channelId);

  /** Those of the channels that are there and belong to that organization, by id. */
  Map<String, Priced> priced(String organizationId, Collection<String> channelIds);
}
