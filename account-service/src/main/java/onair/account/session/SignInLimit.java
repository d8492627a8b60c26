package onair.account.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import onair.account.member.MemberStore;
import onair.common.problem.Problem;
import onair.common.tenancy.Tenancy;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps passwords from being guessed: counts tries per email, for emails nobody has too, and per
 * address, which belong to no organization. A try is counted before the password is looked at, so
 * many at once count as many, and in a transaction of its own, so that nothing undoes it.
 */
public final class SignInLimit {

  private final JdbcClient jdbc;
  private final TransactionOperations ownTransaction;
  private final SessionProperties properties;
  private final InstantSource clock;

  SignInLimit(
      JdbcClient jdbc,
      TransactionOperations ownTransaction,
      SessionProperties properties,
      InstantSource clock) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
    this.properties = properties;
    this.clock = clock;
  }

  private record Counted(int tries, Instant since) {}

  /**
   * Counts one try with an email.
   *
   * @throws Problem 429 {@code too_many_sign_ins} when there were too many
   */
  void count(String email, Browser browser) {
    count(browser);
    require(
        "email " + MemberStore.normal(email),
        properties.attempts(),
        "Wait before the next try with this email.");
  }

  /**
   * Counts one try without an email.
   *
   * @throws Problem 429 {@code too_many_sign_ins} when there were too many
   */
  public void count(Browser browser) {
    require(
        "address " + browser.address(),
        properties.addressAttempts(),
        "Wait before the next try from this address.");
  }

  /** Somebody proved who they are: what they tried before is forgotten. */
  void forget(String email, Browser browser) {
    Tenancy.runAsSystem(
        () ->
            jdbc.sql("delete from sign_in_attempt where who = :who")
                .param("who", "email " + MemberStore.normal(email))
                .update());
    forget(browser);
  }

  /** The try was good; others from there still count. */
  public void forget(Browser browser) {
    Tenancy.runAsSystem(
        () ->
            jdbc.sql("update sign_in_attempt set tries = tries - 1 where who = :who and tries > 0")
                .param("who", "address " + browser.address())
                .update());
  }

  private void require(String who, int most, String otherwise) {
    Counted counted =
        Tenancy.asSystem(() -> Objects.requireNonNull(ownTransaction.execute(status -> add(who))));
    if (counted.tries() > most) {
      throw Problem.of(429, "too_many_sign_ins", "Too many tries to sign in")
          .detail(otherwise)
          .retryAfter(
              Duration.between(clock.instant(), counted.since().plus(properties.attemptWindow())));
    }
  }

  private Counted add(String who) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            delete from sign_in_attempt where who in (
              select who from sign_in_attempt where since <= :old for update skip locked)
            """)
        .param("old", Times.utc(now.minus(properties.attemptWindow())))
        .update();
    return jdbc.sql(
            """
            insert into sign_in_attempt (who, tries, since) values (:who, 1, :now)
            on conflict (who) do update set tries = sign_in_attempt.tries + 1
            returning tries, since
            """)
        .param("who", who)
        .param("now", Times.utc(now))
        .query((row, number) -> new Counted(row.getInt(1), row.getTimestamp(2).toInstant()))
        .single();
  }
}
