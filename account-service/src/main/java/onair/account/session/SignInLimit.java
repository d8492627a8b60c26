package onair.account.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import onair.account.member.MemberStore;
import onair.common.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps passwords from being guessed: counts tries per email, for emails nobody has too. A try is
 * counted before the password is looked at, so many at once count as many.
 */
final class SignInLimit {

  private final JdbcClient jdbc;
  private final SessionProperties properties;
  private final InstantSource clock;

  SignInLimit(JdbcClient jdbc, SessionProperties properties, InstantSource clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  private record Counted(int tries, Instant since) {}

  /**
   * Counts one try.
   *
   * @throws Problem 429 {@code too_many_sign_ins} when there were too many
   */
  void count(String email) {
    Instant now = clock.instant();
    removeOld(now);
    Counted counted =
        jdbc.sql(
                """
                insert into sign_in_attempt (email, tries, since) values (:email, 1, :now)
                on conflict (email) do update set tries = sign_in_attempt.tries + 1
                returning tries, since
                """)
            .param("email", MemberStore.normal(email))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .query((row, number) -> new Counted(row.getInt(1), row.getTimestamp(2).toInstant()))
            .single();
    if (counted.tries() > properties.attempts()) {
      throw Problem.of(429, "too_many_sign_ins", "Too many tries to sign in")
          .detail("Wait before the next try with this email.")
          .retryAfter(Duration.between(now, counted.since().plus(properties.attemptWindow())));
    }
  }

  /** The right password was given. */
  void forget(String email) {
    jdbc.sql("delete from sign_in_attempt where email = :email")
        .param("email", MemberStore.normal(email))
        .update();
  }

  private void removeOld(Instant now) {
    jdbc.sql("delete from sign_in_attempt where since <= :old")
        .param("old", now.minus(properties.attemptWindow()).atOffset(ZoneOffset.UTC))
        .update();
  }
}
