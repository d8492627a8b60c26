package onair.common.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.common.plan.Plan.Billed;
import onair.common.plan.Plan.PlannedResource;
import onair.common.plan.Plan.Price;
import onair.common.plan.Plan.PricePart;
import onair.common.plan.Plan.PriceTotal;
import onair.common.plan.Plan.QuotaUse;
import org.jspecify.annotations.Nullable;

/** A {@link Plan} while it is put together. Lines with a count of zero are left out. */
public final class PlanDraft {

  /** A gigabyte is 1000 * 1000 * 1000 bytes: 3600 seconds, 8 bits. */
  private static final BigDecimal BITS_PER_SECOND_TO_GIGABYTES_AN_HOUR =
      new BigDecimal("0.00000045");

  private final Catalog catalog;
  private final String operation;
  private final List<PlannedResource> resources = new ArrayList<>();
  private final List<QuotaUse> quotas = new ArrayList<>();
  private final List<PricePart> parts = new ArrayList<>();
  private final Map<Sum.Key, Sum> totals = new LinkedHashMap<>();
  private final List<String> notIncluded = new ArrayList<>();
  private Plan.@Nullable Change change;

  PlanDraft(Catalog catalog, String operation) {
    this.catalog = catalog;
    this.operation = operation;
  }

  /** New AWS resources. */
  public PlanDraft creates(String service, String kind, int count) {
    return resource(service, kind, "create", count);
  }

  /** AWS resources that are there, and would begin to work. */
  public PlanDraft starts(String service, String kind, int count) {
    return resource(service, kind, "start", count);
  }

  /** AWS resources that are there, and would become something else. */
  public PlanDraft updates(String service, String kind, int count) {
    return resource(service, kind, "update", count);
  }

  private PlanDraft resource(String service, String kind, String action, int count) {
    if (count > 0) {
      resources.add(new PlannedResource(service, kind, action, count));
    }
    return this;
  }

  /** Takes from a quota nobody counts here. */
  public PlanDraft needs(String service, String quota, int count) {
    return needs(QuotaUse.ofDefault(service, quota, count, defaultLimit(service, quota)));
  }

  /** Takes from a quota. */
  public PlanDraft needs(QuotaUse use) {
    if (use.needs() > 0) {
      quotas.add(use);
    }
    return this;
  }

  private @Nullable Integer defaultLimit(String service, String quota) {
    return catalog.limit(service, quota).orElse(null);
  }

  /** Is billed while it runs; told as not included when the catalog has no price for it. */
  public PlanDraft costs(String item, int count) {
    return costs(item, count, Billed.RUNNING);
  }

  /** Is billed while it is there and does not run. */
  public PlanDraft costsIdle(String item, int count) {
    return costs(item, count, Billed.IDLE);
  }

  /** Is billed by what is made or passed on. */
  public PlanDraft costsByUse(String item, int count) {
    return costs(item, count, Billed.USE);
  }

  /**
   * Is billed by the gigabyte, which come in at a steady rate while it runs: told by the hour.
   *
   * @param bitsPerSecond of all that comes in
   */
  public PlanDraft costsByGigabytes(String item, long bitsPerSecond) {
    BigDecimal anHour =
        BigDecimal.valueOf(bitsPerSecond)
            .multiply(BITS_PER_SECOND_TO_GIGABYTES_AN_HOUR)
            .setScale(2, RoundingMode.HALF_UP);
    String named = item + ", " + anHour.toPlainString() + " gigabytes an hour";
    catalog
        .price(item)
        .ifPresentOrElse(
            price -> add(named, "hour", 1, price.times(anHour), Billed.RUNNING),
            () -> notIncluded.add(named));
    return this;
  }

  private PlanDraft costs(String item, int count, Billed billed) {
    if (count > 0) {
      catalog
          .price(item)
          .ifPresentOrElse(
              price -> add(item, price.unit(), count, price, billed), () -> notIncluded.add(item));
    }
    return this;
  }

  private void add(String item, String unit, int count, Catalog.ListPrice price, Billed billed) {
    Money each = Money.of(price.amount(), price.currency());
    parts.add(
        new PricePart(
            item, unit, billed, count, each, price.verified(), price.asOf(), price.source()));
    totals.merge(
        new Sum.Key(unit, billed, price.currency()),
        new Sum(price.amount().multiply(BigDecimal.valueOf(count)), price.verified()),
        Sum::plus);
  }

  /** Means this for who watches. */
  public PlanDraft changes(Plan.Change told) {
    change = told;
    return this;
  }

  public Plan done() {
    List<PriceTotal> sums =
        totals.entrySet().stream().map(sum -> sum.getValue().under(sum.getKey())).toList();
    return new Plan(
        "plan",
        operation,
        resources,
        quotas,
        new Price(catalog.region(), parts, sums, notIncluded),
        change);
  }

  /** Parts of one unit added up. */
  private record Sum(BigDecimal amount, boolean verified) {

    record Key(String unit, Billed billed, String currency) {}

    Sum plus(Sum other) {
      return new Sum(amount.add(other.amount), verified && other.verified);
    }

    PriceTotal under(Key key) {
      return new PriceTotal(key.unit(), key.billed(), Money.of(amount, key.currency()), verified);
    }
  }
}
