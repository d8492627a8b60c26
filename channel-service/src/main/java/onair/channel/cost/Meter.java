package onair.channel.cost;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onair.common.plan.Plan.Billed;
import onair.common.plan.Plan.PricePart;

/**
 * Keeps since when what of a channel is billed; every method belongs to the caller's transaction.
 *
 * <p>MediaLive is billed from when a channel runs until it stops, ten minutes at least for each
 * start; a channel or a push input that is there and does not run, until it is deleted. Source: AWS
 * Elemental MediaLive pricing and user guide, "Pricing". AWS rounds up to the minute in the end;
 * this counts seconds. Begin and end are when a look at AWS showed them.
 */
public final class Meter {

  private static final Duration SHORTEST_RUN = Duration.ofMinutes(10);

  private final UsageStore usage;

  Meter(UsageStore usage) {
    this.usage = usage;
  }

  /**
   * What is billed from now on: what was and is not any more ends, what is new begins.
   *
   * @param parts by the hour; others are left out
   */
  public void follow(String organizationId, String channelId, List<PricePart> parts, Instant now) {
    Map<String, PricePart> wanted = new HashMap<>();
    parts.stream()
        .filter(part -> part.unit().equals("hour"))
        .forEach(part -> wanted.put(part.item(), part));
    List<String> ended = new ArrayList<>();
    for (Interval open : usage.open(channelId)) {
      PricePart part = wanted.get(open.item());
      if (part != null && part.count() == open.count()) {
        wanted.remove(open.item());
      } else {
        ended.add(open.item());
      }
    }
    usage.end(channelId, ended, now);
    wanted.values().forEach(part -> usage.begin(organizationId, channelId, interval(part, now)));
  }

  private static Interval interval(PricePart part, Instant now) {
    boolean byStart = part.billed() == Billed.RUNNING && part.item().startsWith("medialive ");
    return new Interval(
        part.item(),
        part.billed(),
        part.count(),
        new BigDecimal(part.each().amount()),
        part.each().currency(),
        part.verified(),
        part.asOf(),
        part.source(),
        byStart ? SHORTEST_RUN : Duration.ZERO,
        now,
        null);
  }
}
