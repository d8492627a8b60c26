package onair.channel.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import onair.channel.cost.Spending;
import onair.channel.cost.Usage;
import onair.common.plan.Money;
import org.jspecify.annotations.Nullable;

/** A budget as the API shows it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Budget")
record BudgetResponse(
    @Schema(example = "bgt_06d4x8k2m1v7r9t3w5y8z0a2bc") String id,
    @Schema(example = "budget") String object,
    @Schema(
            example = "ch_06d4x8k2m1v7r9t3w5y8z0a2bc",
            description = "What it is for; null when it is for all channels together.")
        @Nullable String channelId,
    @Schema(type = "string", example = "within") Level status,
    @Schema(description = "What may be spent in each calendar month.") Money limit,
    @Schema(example = "2026-11", description = "The present month, in UTC.") String month,
    @Schema(description = "In this month, until now; ten minutes for each start at least.")
        Money spent,
    @Schema(description = "What goes on at the moment costs that much an hour.") Money perHour,
    @Schema(
            description =
                "When all of it is spent if all goes on as it does; null when that is not in this"
                    + " month.")
        @Nullable Instant exceededAt,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * @param organization what all channels spend in this month
   */
  static BudgetResponse of(
      Budget budget, Spending organization, BudgetProperties properties, Instant now) {
    Spending spending = budget.counting(organization);
    BigDecimal spent = spending.until(now);
    return new BudgetResponse(
        budget.id(),
        "budget",
        budget.channelId(),
        properties.level(budget.limit(), spent),
        Money.of(budget.limit(), Usage.CURRENCY),
        Usage.month(now).toString(),
        Money.of(spent, Usage.CURRENCY),
        Money.of(spending.perHour(), Usage.CURRENCY),
        spending.reaches(budget.limit(), now).orElse(null),
        budget.createdAt(),
        budget.updatedAt());
  }
}
