package onair.account.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import onair.account.member.Member;
import onair.account.secret.RandomSecret;
import onair.common.id.Ids;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code session}: who is signed in, where, and until when. The secret of a session is
 * always made here, at the moment somebody proves who they are; one that a browser brings along is
 * never taken over.
 */
public final class Sessions {

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

  /** A new session of somebody who has just proved who they are. */
  public OpenedSession open(Member member, Browser browser) {
    Instant now = clock.instant();
    removeEnded(now);
    var secret = RandomSecret.generate();
    Instant end = now.plus(properties.idle());
    String id = Ids.next("ses");
    jdbc.sql(
            """
            insert into session (id, secret_hash, organization_id, member_id, address, user_agent, created_at, last_used_at, expires_at)
            values (:id, :hash, :organization, :member, :address, :agent, :now, :now, :expires)
            """)
        .param("id", id)
        .param("hash", secret.hash())
        .param("organization", member.organizationId())
        .param("member", member.id())
        .param("address", browser.address())
        .param("agent", browser.userAgent())
        .param("now", Times.utc(now))
        .param("expires", Times.utc(end))
        .update();
    return new OpenedSession(id, secret.text(), end);
  }

  /** The session when it has not ended; its end moves on. */
  Optional<Session> use(RandomSecret secret) {
    Instant now = clock.instant();
    return jdbc.sql("select * from session where secret_hash = :hash and expires_at > :now")
        .param("hash", secret.hash())
        .param("now", Times.utc(now))
        .query(Sessions::read)
        .optional()
        .map(session -> moveOn(session, now));
  }

  private Session moveOn(Session session, Instant now) {
    Instant latest = session.createdAt().plus(properties.maxAge());
    Instant wanted = now.plus(properties.idle());
    Instant end = wanted.isBefore(latest) ? wanted : latest;
    if (Duration.between(session.lastUsedAt(), now).compareTo(MOVED_EVERY) < 0) {
      return session;
    }
    return jdbc.sql(
            "update session set expires_at = :end, last_used_at = :now where id = :id returning *")
        .param("end", Times.utc(end))
        .param("now", Times.utc(now))
        .param("id", session.id())
        .query(Sessions::read)
        .optional()
        .orElse(session);
  }

  /** Those of a member that have not ended; the latest first. */
  List<Session> list(String organizationId, String memberId, PageRequest page) {
    return jdbc.sql(
            """
            select * from session
            where organization_id = :organization and member_id = :member and expires_at > :now
              and (cast(:after as text) is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("member", memberId)
        .param("now", Times.utc(clock.instant()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(Sessions::read)
        .list();
  }

  /** Whether there was such a session of the member. */
  boolean end(String organizationId, String memberId, String id) {
    return jdbc.sql(
                "delete from session where organization_id = :organization and member_id = :member and id = :id")
            .param("organization", organizationId)
            .param("member", memberId)
            .param("id", id)
            .update()
        == 1;
  }

  void endAll(Member member) {
    jdbc.sql("delete from session where organization_id = :organization and member_id = :member")
        .param("organization", member.organizationId())
        .param("member", member.id())
        .update();
  }

  /** The session that has ended by this; empty when there was none. */
  Optional<Session> end(RandomSecret secret) {
    return jdbc.sql("delete from session where secret_hash = :hash returning *")
        .param("hash", secret.hash())
        .query(Sessions::read)
        .optional();
  }

  private void removeEnded(Instant now) {
    jdbc.sql("delete from session where expires_at <= :now").param("now", Times.utc(now)).update();
  }

  private static Session read(ResultSet row, int number) throws SQLException {
    return new Session(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("member_id"),
        new Browser(row.getString("address"), row.getString("user_agent")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("last_used_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
