package onair.account.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code session}: who is signed in, and until when. */
final class Sessions {

  /** The end of a session moves at most this often, so that using it costs no write per request. */
  private static final Duration MOVED_EVERY = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final SessionProperties properties;
  private final InstantSource clock;

  Sessions(JdbcClient jdbc, SessionProperties properties, InstantSource clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** A session that has not ended. */
  record Session(String memberId, Instant createdAt, Instant expiresAt) {}

  Session open(String memberId, SessionSecret secret) {
    Instant now = clock.instant();
    removeEnded(now);
    var session = new Session(memberId, now, now.plus(properties.idle()));
    jdbc.sql(
            "insert into session (secret_hash, member_id, created_at, expires_at) values (:hash, :member, :now, :expires)")
        .param("hash", secret.hash())
        .param("member", memberId)
        .param("now", sql(now))
        .param("expires", sql(session.expiresAt()))
        .update();
    return session;
  }

  /** The session when it has not ended; its end moves on. */
  Optional<Session> use(SessionSecret secret) {
    Instant now = clock.instant();
    return jdbc.sql(
            "select member_id, created_at, expires_at from session where secret_hash = :hash and expires_at > :now")
        .param("hash", secret.hash())
        .param("now", sql(now))
        .query(
            (row, number) ->
                new Session(
                    row.getString(1),
                    row.getTimestamp(2).toInstant(),
                    row.getTimestamp(3).toInstant()))
        .optional()
        .map(session -> moveOn(session, secret, now));
  }

  private Session moveOn(Session session, SessionSecret secret, Instant now) {
    Instant latest = session.createdAt().plus(properties.maxAge());
    Instant wanted = now.plus(properties.idle());
    Instant end = wanted.isBefore(latest) ? wanted : latest;
    if (Duration.between(session.expiresAt(), end).compareTo(MOVED_EVERY) < 0) {
      return session;
    }
    jdbc.sql("update session set expires_at = :end where secret_hash = :hash")
        .param("end", sql(end))
        .param("hash", secret.hash())
        .update();
    return new Session(session.memberId(), session.createdAt(), end);
  }

  /** Nothing happens when there is none. */
  void end(SessionSecret secret) {
    jdbc.sql("delete from session where secret_hash = :hash").param("hash", secret.hash()).update();
  }

  private void removeEnded(Instant now) {
    jdbc.sql("delete from session where expires_at <= :now").param("now", sql(now)).update();
  }

  private static OffsetDateTime sql(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }
}
