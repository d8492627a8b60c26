package onair.common.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.common.plan.Plan.PlannedResource;
import onair.common.plan.Plan.Price;
import onair.common.plan.Plan.PricePart;
import onair.common.plan.Plan.PriceTotal;
import onair.common.plan.Plan.QuotaUse;

/** A {@link Plan} while it is put together. Lines with a count of zero are left out. */
public final class PlanDraft {

  private final Catalog catalog;
  private final String operation;
  private final List<PlannedResource> resources = new ArrayList<>();
  private final List<QuotaUse> quotas = new ArrayList<>();
  private final List<PricePart> parts = new ArrayList<>();
  private final Map<String, BigDecimal> totals = new LinkedHashMap<>();
  private final List<String> notIncluded = new ArrayList<>();
  private String currency = "USD";

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

  /** Takes from a quota. */
  public PlanDraft needs(String service, String quota, int count) {
    if (count > 0) {
      quotas.add(new QuotaUse(service, quota, count, catalog.limit(service, quota).orElse(null)));
    }
    return this;
  }

  /** Is billed; told as not included when the catalog has no price for it. */
  public PlanDraft costs(String item, int count) {
    if (count > 0) {
      catalog
          .price(item)
          .ifPresentOrElse(price -> add(item, count, price), () -> notIncluded.add(item));
    }
    return this;
  }

  private void add(String item, int count, Catalog.ListPrice price) {
    currency = price.currency();
    parts.add(
        new PricePart(item, price.unit(), count, Money.of(price.amount(), currency), price.asOf()));
    totals.merge(price.unit(), price.amount().multiply(BigDecimal.valueOf(count)), BigDecimal::add);
  }

  public Plan done() {
    List<PriceTotal> sums =
        totals.entrySet().stream()
            .map(sum -> new PriceTotal(sum.getKey(), Money.of(sum.getValue(), currency)))
            .toList();
    return new Plan(
        "plan",
        operation,
        resources,
        quotas,
        new Price(catalog.region(), parts, sums, notIncluded));
  }
}
