package onair.channel.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import onair.channel.cost.Spending;
import onair.common.id.Ids;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent in each calendar month.
 *
 * @param id {@code bgt_…}
 * @param subject {@link #ORGANIZATION}, or the channel's id
 * @param version grows with each change of this row
 * @param limit in USD
 * @param level how far it was told to be spent
 * @param month in which that was told
 */
record Budget(
    String id,
    String organizationId,
    String subject,
    long version,
    BigDecimal limit,
    Level level,
    YearMonth month,
    Instant createdAt,
    Instant updatedAt) {

  /** Of all that the organization's channels cost together. */
  static final String ORGANIZATION = "organization";

  static Budget of(
      String organizationId, String subject, BigDecimal limit, YearMonth month, Instant now) {
    return new Budget(
        Ids.next("bgt"), organizationId, subject, 1, limit, Level.WITHIN, month, now, now);
  }

  /** The channel it is for; null when it is for all of them. */
  @Nullable String channelId() {
    return subject.equals(ORGANIZATION) ? null : subject;
  }

  /** Of what the organization spends, what counts here. */
  Spending counting(Spending organization) {
    return subject.equals(ORGANIZATION) ? organization : organization.of(subject);
  }

  boolean covers(String channelId) {
    return subject.equals(ORGANIZATION) || subject.equals(channelId);
  }

  Budget limited(BigDecimal newLimit, Instant now) {
    return new Budget(
        id, organizationId, subject, version + 1, newLimit, level, month, createdAt, now);
  }

  Budget reached(Level newLevel, YearMonth newMonth, Instant now) {
    return new Budget(
        id, organizationId, subject, version + 1, limit, newLevel, newMonth, createdAt, now);
  }

  /** In another month than it was told in, nothing was told yet. */
  Level toldIn(YearMonth now) {
    return month.equals(now) ? level : Level.WITHIN;
  }
}
