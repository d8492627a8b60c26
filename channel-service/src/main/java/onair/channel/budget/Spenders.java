package onair.channel.budget;

import java.math.BigDecimal;
import java.util.List;

/** The channels that budgets are about. */
public interface Spenders {

  /**
   * A channel that is wanted on air.
   *
   * @param fed whether somebody sends to it
   * @param perHour what it costs while it runs, in USD
   */
  record Spender(String channelId, boolean fed, BigDecimal perHour) {}

  /** Whether it is the organization's and not to go. */
  boolean has(String organizationId, String channelId);

  /** Those of the organization that are wanted on air. */
  List<Spender> wanted(String organizationId);
}
