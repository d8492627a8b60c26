package onair.common.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code idempotent_reply}. Everything happens in the caller's transaction. */
final class ReplyStore {

  private static final Duration KEPT = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final InstantSource clock;

  ReplyStore(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A reply and the hash of the request it answered. */
  record Kept(byte[] requestHash, Reply reply) {}

  /**
   * Whether nobody else is at work under this key; if so, nobody will be until the transaction
   * ends.
   */
  boolean lock(IdempotencyKey key) {
    return jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
        .param("lock", key.lock())
        .query(Boolean.class)
        .single();
  }

  Optional<Kept> find(IdempotencyKey key) {
    return jdbc.sql(
            "select request_hash, reply from idempotent_reply where id = :id and expires_at > :now")
        .param("id", key.id())
        .param("now", sql(clock.instant()))
        .query(
            (row, number) ->
                new Kept(row.getBytes(1), Reply.fromBytes(key.decrypt(row.getBytes(2)))))
        .optional();
  }

  void keep(IdempotencyKey key, byte[] requestHash, Reply reply) {
    Instant now = clock.instant();
    removeExpired(now);
    jdbc.sql(
            """
            insert into idempotent_reply (id, request_hash, reply, expires_at) values (:id, :hash, :reply, :expires)
            on conflict (id) do update
              set request_hash = excluded.request_hash, reply = excluded.reply, expires_at = excluded.expires_at
            """)
        .param("id", key.id())
        .param("hash", requestHash)
        .param("reply", key.encrypt(reply.toBytes()))
        .param("expires", sql(now.plus(KEPT)))
        .update();
  }

  /** A few at a time and never waiting for anybody: every kept reply removes more than it adds. */
  private void removeExpired(Instant now) {
    jdbc.sql(
            """
            delete from idempotent_reply where id in (
              select id from idempotent_reply where expires_at <= :now order by expires_at limit 10 for update skip locked)
            """)
        .param("now", sql(now))
        .update();
  }

  private static OffsetDateTime sql(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }
}
