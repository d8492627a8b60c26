package onair.account.apikey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import onair.common.id.Ids;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code api_key} and {@code api_key_secret}. Everything but looking for a secret is
 * bound to an organization.
 */
final class ApiKeyStore {

  /** Use is noted at most this often, so that a busy key costs no write per request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  ApiKeyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Needs a transaction. */
  ApiKey create(String organizationId, ApiKeyRequest wanted, ApiKeySecret secret, Instant now) {
    ApiKey made =
        jdbc.sql(
                """
                insert into api_key (id, organization_id, name, hint, scopes, metadata, created_at, updated_at, expires_at)
                values (:id, :organization, :name, :hint, :scopes, cast(:metadata as jsonb), :now, :now, :expires)
                returning *
                """)
            .param("id", Ids.next("key"))
            .param("organization", organizationId)
            .param("name", wanted.name())
            .param("hint", secret.hint())
            .param("scopes", wanted.scopes().toArray(String[]::new))
            .param("metadata", MetadataColumn.write(Objects.requireNonNull(wanted.metadata())))
            .param("now", Times.utc(now))
            .param("expires", Times.utc(wanted.expiresAt()))
            .query(this::read)
            .single();
    addSecret(made, secret);
    return made;
  }

  private void addSecret(ApiKey key, ApiKeySecret secret) {
    jdbc.sql(
            "insert into api_key_secret (secret_hash, organization_id, key_id) values (:hash, :organization, :key)")
        .param("hash", secret.hash())
        .param("organization", key.organizationId())
        .param("key", key.id())
        .update();
  }

  Optional<ApiKey> find(String organizationId, String id) {
    return jdbc.sql("select * from api_key where organization_id = :organization and id = :id")
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Newest first. */
  List<ApiKey> list(String organizationId, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select * from api_key
            where organization_id = :organization and metadata @> cast(:metadata as jsonb)
              and (cast(:after as text) is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(this::read)
        .list();
  }

  /**
   * The key a secret opens now. Also keys that are revoked or have expired; whether the key is good
   * is the caller's question.
   */
  Optional<ApiKey> findBySecret(ApiKeySecret secret, Instant now) {
    return jdbc.sql(
            """
            select k.* from api_key_secret s join api_key k on k.id = s.key_id
            where s.secret_hash = :hash and (s.good_until is null or s.good_until > :now)
            """)
        .param("hash", secret.hash())
        .param("now", Times.utc(now))
        .query(this::read)
        .optional();
  }

  /** Whether a key has it, or ever had. */
  boolean isKnown(ApiKeySecret secret) {
    return jdbc.sql("select exists (select from api_key_secret where secret_hash = :hash)")
        .param("hash", secret.hash())
        .query(Boolean.class)
        .single();
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<ApiKey> lock(String organizationId, String id) {
    return jdbc.sql(
            "select * from api_key where organization_id = :organization and id = :id for no key update")
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  ApiKey update(ApiKey key, String name, Map<String, String> metadata, Instant now) {
    return jdbc.sql(
            """
            update api_key set name = :name, metadata = cast(:metadata as jsonb), updated_at = :now, version = version + 1
            where organization_id = :organization and id = :id
            returning *
            """)
        .param("name", name)
        .param("metadata", MetadataColumn.write(metadata))
        .param("now", Times.utc(now))
        .param("organization", key.organizationId())
        .param("id", key.id())
        .query(this::read)
        .single();
  }

  void revoke(ApiKey key, Instant now) {
    jdbc.sql(
            """
            update api_key set revoked_at = :now, updated_at = :now, version = version + 1
            where organization_id = :organization and id = :id
            """)
        .param("now", Times.utc(now))
        .param("organization", key.organizationId())
        .param("id", key.id())
        .update();
  }

  /** The secret it had stays good until then; one rolled before until its own time. */
  ApiKey roll(
      ApiKey key,
      ApiKeySecret secret,
      Instant oldGoodUntil,
      @Nullable Instant expiresAt,
      Instant now) {
    jdbc.sql(
            "update api_key_secret set good_until = :until where organization_id = :organization and key_id = :key and good_until is null")
        .param("until", Times.utc(oldGoodUntil))
        .param("organization", key.organizationId())
        .param("key", key.id())
        .update();
    addSecret(key, secret);
    return jdbc.sql(
            """
            update api_key set hint = :hint, expires_at = :expires, updated_at = :now, version = version + 1
            where organization_id = :organization and id = :id
            returning *
            """)
        .param("hint", secret.hint())
        .param("expires", Times.utc(expiresAt))
        .param("now", Times.utc(now))
        .param("organization", key.organizationId())
        .param("id", key.id())
        .query(this::read)
        .single();
  }

  void noteUse(ApiKey key, Instant now) {
    Instant last = key.lastUsedAt();
    if (last != null && last.plus(NOTED_EVERY).isAfter(now)) {
      return;
    }
    jdbc.sql(
            "update api_key set last_used_at = :now where id = :id and (last_used_at is null or last_used_at < :now)")
        .param("now", Times.utc(now))
        .param("id", key.id())
        .update();
  }

  private ApiKey read(ResultSet row, int number) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("name"),
        row.getString("hint"),
        Arrays.asList((String[]) row.getArray("scopes").getArray()),
        MetadataColumn.read(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        Times.instant(row.getTimestamp("expires_at")),
        Times.instant(row.getTimestamp("last_used_at")),
        Times.instant(row.getTimestamp("revoked_at")),
        row.getLong("version"));
  }
}
