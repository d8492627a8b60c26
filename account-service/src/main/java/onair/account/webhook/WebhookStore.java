package onair.account.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.common.secret.SecretBox;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code webhook}. */
final class WebhookStore {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookStore.class);

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SecretBox box;

  WebhookStore(JdbcClient jdbc, JsonMapper json, SecretBox box) {
    this.jdbc = jdbc;
    this.json = json;
    this.box = box;
  }

  void create(Webhook webhook, WebhookSecret secret) {
    jdbc.sql(
            """
            insert into webhook (id, organization_id, url, description, types, status, metadata, secret, position, created_at, updated_at, version)
            values (:id, :organization, :url, :description, :types, :status, cast(:metadata as jsonb), :secret, :position, :now, :now, :version)
            """)
        .param("id", webhook.id())
        .param("organization", webhook.organizationId())
        .param("url", webhook.url().toString())
        .param("description", webhook.description())
        .param("types", webhook.types().toArray(String[]::new))
        .param("status", webhook.status().word())
        .param("metadata", json.writeValueAsString(webhook.metadata()))
        .param("secret", box.seal(secret.text(), webhook.organizationId(), webhook.id()))
        .param("position", webhook.position())
        .param("now", Times.utc(webhook.createdAt()))
        .param("version", webhook.version())
        .update();
  }

  int count(String organizationId) {
    return jdbc.sql("select count(*) from webhook where organization_id = :organization")
        .param("organization", organizationId)
        .query(Integer.class)
        .single();
  }

  Optional<Webhook> find(String organizationId, String id) {
    return one(
        "select * from webhook where organization_id = :organization and id = :id",
        organizationId,
        id);
  }

  /** Nobody else changes it, or the order of its deliveries, until the transaction ends. */
  Optional<Webhook> lock(String organizationId, String id) {
    return one(
        "select * from webhook where organization_id = :organization and id = :id for update",
        organizationId,
        id);
  }

  private Optional<Webhook> one(String sql, String organizationId, String id) {
    return jdbc.sql(sql)
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Newest first. */
  List<Webhook> list(
      String organizationId, @Nullable String status, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select * from webhook
            where organization_id = :organization
              and (cast(:after as text) is null or id < :after)
              and (cast(:status as text) is null or status = :status)
              and metadata @> cast(:metadata as jsonb)
            order by id desc limit :limit
            """)
        .param("organization", organizationId)
        .param("after", page.after())
        .param("status", status)
        .param("metadata", json.writeValueAsString(metadata.wanted()))
        .param("limit", page.fetchSize())
        .query(this::read)
        .list();
  }

  /** Those that have not got all deliveries of their log yet. */
  List<Owned> behind(int most) {
    return jdbc.sql(
            """
            select webhook.organization_id, webhook.id from webhook
            join event_head using (organization_id)
            where status = 'enabled' and position < event_head.last
            order by event_head.last - position, id limit :most
            """)
        .param("most", most)
        .query((row, number) -> new Owned(row.getString(1), row.getString(2)))
        .list();
  }

  /** Writes all but the secrets and when it was made. */
  void update(Webhook webhook) {
    jdbc.sql(
            """
            update webhook set url = :url, description = :description, types = :types, status = :status,
              disabled_reason = :reason, metadata = cast(:metadata as jsonb), position = :position,
              failing_since = :failing, updated_at = :now, version = :version
            where organization_id = :organization and id = :id
            """)
        .param("url", webhook.url().toString())
        .param("description", webhook.description())
        .param("types", webhook.types().toArray(String[]::new))
        .param("status", webhook.status().word())
        .param("reason", webhook.disabledReason())
        .param("metadata", json.writeValueAsString(webhook.metadata()))
        .param("position", webhook.position())
        .param("failing", Times.utc(webhook.failingSince()))
        .param("now", Times.utc(webhook.updatedAt()))
        .param("version", webhook.version())
        .param("organization", webhook.organizationId())
        .param("id", webhook.id())
        .update();
  }

  void moveTo(Webhook webhook, long position) {
    jdbc.sql(
            "update webhook set position = :position where organization_id = :organization and id = :id")
        .param("position", position)
        .param("organization", webhook.organizationId())
        .param("id", webhook.id())
        .update();
  }

  void failing(Webhook webhook, @Nullable Instant since) {
    jdbc.sql(
            "update webhook set failing_since = :since where organization_id = :organization and id = :id")
        .param("since", Times.utc(since))
        .param("organization", webhook.organizationId())
        .param("id", webhook.id())
        .update();
  }

  /** The secret is another from now on; the one before stays good until then. */
  void rotate(Webhook webhook, WebhookSecret secret, Instant oldUntil, Instant now) {
    jdbc.sql(
            """
            update webhook set old_secret = secret, old_secret_until = :until, secret = :secret, updated_at = :now, version = version + 1
            where organization_id = :organization and id = :id
            """)
        .param("until", Times.utc(oldUntil))
        .param("secret", box.seal(secret.text(), webhook.organizationId(), webhook.id()))
        .param("now", Times.utc(now))
        .param("organization", webhook.organizationId())
        .param("id", webhook.id())
        .update();
  }

  /**
   * The new one first; the one before only while it is good and can be read. Empty when the new one
   * cannot be: it was encrypted under another key, or is damaged.
   */
  List<WebhookSecret> secrets(Webhook webhook, Instant now) {
    List<byte[]> kept =
        jdbc
            .sql(
                """
            select unnest(array[secret, case when old_secret_until > :now then old_secret end]) from webhook
            where organization_id = :organization and id = :id
            """)
            .param("now", Times.utc(now))
            .param("organization", webhook.organizationId())
            .param("id", webhook.id())
            .query((row, number) -> Optional.ofNullable(row.getBytes(1)))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    var secrets = new ArrayList<WebhookSecret>();
    for (byte[] one : kept) {
      try {
        secrets.add(new WebhookSecret(box.open(one, webhook.organizationId(), webhook.id())));
      } catch (IllegalStateException unreadable) {
        LOG.warn("A webhook cannot sign: {}", unreadable.getMessage());
        return secrets;
      }
    }
    return secrets;
  }

  void delete(Webhook webhook) {
    jdbc.sql("delete from webhook where organization_id = :organization and id = :id")
        .param("organization", webhook.organizationId())
        .param("id", webhook.id())
        .update();
  }

  private Webhook read(ResultSet row, int number) throws SQLException {
    return new Webhook(
        row.getString("id"),
        row.getString("organization_id"),
        URI.create(row.getString("url")),
        row.getString("description"),
        Arrays.asList((String[]) row.getArray("types").getArray()),
        Webhook.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("disabled_reason"),
        json.readValue(row.getString("metadata"), new TypeReference<Map<String, String>>() {}),
        Times.instant(row.getTimestamp("old_secret_until")),
        row.getLong("position"),
        Times.instant(row.getTimestamp("failing_since")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getLong("version"));
  }

  /** A webhook by name. */
  record Owned(String organizationId, String id) {}
}
