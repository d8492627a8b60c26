package onair.common.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import onair.common.plan.Plan.PlannedResource;
import onair.common.plan.Plan.PricePart;
import onair.common.plan.Plan.PriceTotal;
import onair.common.plan.Plan.QuotaUse;
import org.junit.jupiter.api.Test;

class PlanDraftTest {

  private final Catalog catalog = Catalog.load();

  @Test
  void addsUpWhatIsBilledByTheSameUnit() {
    Plan plan =
        catalog
            .plan("channel.start")
            .costs("medialive output hd", 2)
            .costs("medialive output sd", 1)
            .costs("mediaconvert output hd", 1)
            .done();

    assertThat(plan.price().totals())
        .containsExactly(
            new PriceTotal("hour", new Money("1.758", "USD")),
            new PriceTotal("minute", new Money("0.015", "USD")));
    assertThat(plan.price().parts())
        .extracting(PricePart::item, PricePart::count)
        .contains(tuple("medialive output hd", 2));
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
            new QuotaUse("medialive", "channels", 1, 5),
            new QuotaUse("medialive", "wishes", 3, null));
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
