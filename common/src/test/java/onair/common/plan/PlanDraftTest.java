package onair.common.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import onair.common.plan.Plan.Billed;
import onair.common.plan.Plan.PlannedResource;
import onair.common.plan.Plan.PricePart;
import onair.common.plan.Plan.PriceTotal;
import onair.common.plan.Plan.QuotaUse;
import org.junit.jupiter.api.Test;

class PlanDraftTest {

  private final Catalog catalog = Catalog.load();

  @Test
  void addsUpWhatIsBilledByTheSameUnitWhileTheSame() {
    Plan plan =
        catalog
            .plan("channel.start")
            .costs("medialive output avc hd 10mbps 30fps", 2)
            .costs("medialive output avc sd 10mbps 30fps", 1)
            .costsIdle("medialive idle channel", 1)
            .costsByUse("mediaconvert output hd", 1)
            .done();

    assertThat(plan.price().totals())
        .containsExactly(
            new PriceTotal("hour", Billed.RUNNING, new Money("1.758", "USD"), true),
            new PriceTotal("hour", Billed.IDLE, new Money("0.01", "USD"), false),
            new PriceTotal("minute", Billed.USE, new Money("0.015", "USD"), true));
    assertThat(plan.price().parts())
        .extracting(PricePart::item, PricePart::count)
        .contains(tuple("medialive output avc hd 10mbps 30fps", 2));
  }

  @Test
  void tellsByTheHourWhatIsBilledByTheGigabyte() {
    Plan plan =
        catalog.plan("channel.start").costsByGigabytes("mediastore ingest", 9_277_000).done();

    PricePart part = plan.price().parts().getFirst();
    assertThat(part.item()).isEqualTo("mediastore ingest, 4.17 gigabytes an hour");
    assertThat(part.unit()).isEqualTo("hour");
    assertThat(part.each()).isEqualTo(new Money("0.0834", "USD"));
    assertThat(part.source()).contains("mediastore/pricing");
  }

  @Test
  void saysWhatItHasNoPriceForInsteadOfGuessing() {
    Plan plan = catalog.plan("channel.start").costs("moon landing", 1).done();

    assertThat(plan.price().notIncluded()).containsExactly("moon landing");
    assertThat(plan.price().totals()).isEmpty();
  }

  @Test
  void tellsTheDefaultLimitOfAQuotaWhereItIsKnown() {
    Plan plan =
        catalog
            .plan("channel.start")
            .needs("medialive", "channels", 1)
            .needs("medialive", "wishes", 3)
            .done();

    assertThat(plan.quotas())
        .containsExactly(
            QuotaUse.ofDefault("medialive", "channels", 1, 5),
            QuotaUse.ofDefault("medialive", "wishes", 3, null));
  }

  @Test
  void leavesOutWhatIsNotNeeded() {
    Plan plan =
        catalog
            .plan("channel.start")
            .creates("mediaconnect", "flow", 0)
            .starts("medialive", "channel", 1)
            .needs("mediaconnect", "flows", 0)
            .costs("mediaconnect flow", 0)
            .done();

    assertThat(plan.resources())
        .containsExactly(new PlannedResource("medialive", "channel", "start", 1));
    assertThat(plan.quotas()).isEmpty();
    assertThat(plan.price().notIncluded()).isEmpty();
  }
}
