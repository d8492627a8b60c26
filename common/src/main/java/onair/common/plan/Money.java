package onair.common.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/**
 * An amount of money, never a float.
 *
 * @param amount decimal digits with a dot
 * @param currency ISO 4217
 */
public record Money(
    @Schema(example = "0.46") String amount, @Schema(example = "USD") String currency) {

  /** Without digits that say nothing. */
  public static Money of(BigDecimal amount, String currency) {
    return new Money(amount.stripTrailingZeros().toPlainString(), currency);
  }
}
