package onair.account.apikey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.common.id.Ids;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code api_key}. Everything but {@link #findBySecret} is bound to an organization. */
final class ApiKeyStore {

  /** Use is noted at most this often, so that a busy key costs no write per request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ApiKeyStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  ApiKey create(String organizationId, ApiKeyRequest wanted, ApiKeySecret secret, Instant now) {
    return jdbc.sql(
            """
            insert into api_key (id, organization_id, name, hint, secret_hash, scopes, metadata, created_at, updated_at, expires_at)
            values (:id, :organization, :name, :hint, :hash, :scopes, cast(:metadata as jsonb), :now, :now, :expires)
            returning *
            """)
        .param("id", Ids.next("key"))
        .param("organization", organizationId)
        .param("name", wanted.name())
        .param("hint", secret.hint())
        .param("hash", secret.hash())
        .param("scopes", wanted.scopes().toArray(String[]::new))
        .param("metadata", json.writeValueAsString(wanted.metadata()))
        .param("now", Times.utc(now))
        .param("expires", Times.utc(wanted.expiresAt()))
        .query(this::read)
        .single();
  }

  Optional<ApiKey> find(String organizationId, String id) {
    return jdbc.sql("select * from api_key where organization_id = :organization and id = :id")
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Newest first. */
  List<ApiKey> list(String organizationId, PageRequest page) {
    return jdbc.sql(
            """
            select * from api_key
            where organization_id = :organization and (cast(:after as text) is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(this::read)
        .list();
  }

  /**
   * Also keys that are revoked or have expired; whether the key is good is the caller's question.
   */
  Optional<ApiKey> findBySecret(ApiKeySecret secret) {
    return jdbc.sql("select * from api_key where secret_hash = :hash")
        .param("hash", secret.hash())
        .query(this::read)
        .optional();
  }

  /**
   * Empty when somebody else changed the key first. A key that is revoked already stays as it is.
   */
  Optional<ApiKey> revoke(ApiKey key, Instant now) {
    return jdbc.sql(
            """
            update api_key set revoked_at = coalesce(revoked_at, :now), updated_at = :now, version = version + 1
            where organization_id = :organization and id = :id and version = :version
            returning *
            """)
        .param("now", Times.utc(now))
        .param("organization", key.organizationId())
        .param("id", key.id())
        .param("version", key.version())
        .query(this::read)
        .optional();
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
        json.readValue(row.getString("metadata"), new TypeReference<Map<String, String>>() {}),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        Times.instant(row.getTimestamp("expires_at")),
        Times.instant(row.getTimestamp("last_used_at")),
        Times.instant(row.getTimestamp("revoked_at")),
        row.getLong("version"));
  }
}
