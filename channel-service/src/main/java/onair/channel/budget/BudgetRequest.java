package onair.channel.budget;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import onair.channel.cost.Usage;
import onair.common.constraint.OneOf;

/** What may be spent from now on, this month included. */
@Schema(name = "BudgetRequest")
record BudgetRequest(@NotNull @Valid Limit limit) {

  /** An amount for each calendar month. */
  @Schema(name = "BudgetLimit")
  record Limit(
      @Schema(
              example = "250.00",
              description = "Up to 9 digits and 6 after the dot; with 0 nothing is started.")
          @NotNull
          @Pattern(regexp = "[0-9]{1,9}(\\.[0-9]{1,6})?")
          String amount,
      @Schema(example = Usage.CURRENCY) @NotNull @OneOf(Usage.CURRENCY) String currency) {}

  BigDecimal amount() {
    return new BigDecimal(limit.amount());
  }
}
