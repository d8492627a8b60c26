package onair.common.plan;

import java.math.BigDecimal;

/**
 * An amount of money, never a float.
 *
 * @param amount decimal digits with a dot
 * @param currency ISO 4217
 */
public record Money(String amount, String currency) {

  static Money of(BigDecimal amount, String currency) {
    return new Money(amount.stripTrailingZeros().toPlainString(), currency);
  }
}
