package onair.account.invitation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.account.permission.Role;
import onair.account.secret.RandomSecret;
import onair.common.id.Ids;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code invitation}. Everything but {@link #lockByToken} is of one organization. */
final class InvitationStore {

  private final JdbcClient jdbc;

  InvitationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Invitation create(
      String organizationId,
      String invitedBy,
      InvitationRequest wanted,
      RandomSecret token,
      Instant now,
      Instant expiresAt) {
    return jdbc.sql(
            """
            insert into invitation (id, organization_id, email, role, metadata, token_hash, invited_by, created_at, updated_at, expires_at)
            values (:id, :organization, :email, :role, cast(:metadata as jsonb), :hash, :by, :now, :now, :expires)
            returning *
            """)
        .param("id", Ids.next("inv"))
        .param("organization", organizationId)
        .param("email", wanted.email())
        .param("role", wanted.role().word())
        .param("metadata", MetadataColumn.write(wanted.metadataOrNone()))
        .param("hash", token.hash())
        .param("by", invitedBy)
        .param("now", Times.utc(now))
        .param("expires", Times.utc(expiresAt))
        .query(this::read)
        .single();
  }

  Optional<Invitation> find(String organizationId, String id) {
    return jdbc.sql("select * from invitation where organization_id = :organization and id = :id")
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Nobody else changes it until the transaction ends. */
  Optional<Invitation> lock(String organizationId, String id) {
    return jdbc.sql(
            "select * from invitation where organization_id = :organization and id = :id for update")
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Also one that has ended; nobody else changes it until the transaction ends. */
  Optional<Invitation> lockByToken(byte[] tokenHash) {
    return jdbc.sql("select * from invitation where token_hash = :hash for update")
        .param("hash", tokenHash)
        .query(this::read)
        .optional();
  }

  /** Newest first. */
  List<Invitation> list(String organizationId, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select * from invitation
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

  void accepted(Invitation invitation, String memberId, Instant now) {
    jdbc.sql(
            """
            update invitation set accepted_at = :now, member_id = :member, updated_at = :now, version = version + 1
            where organization_id = :organization and id = :id
            """)
        .param("now", Times.utc(now))
        .param("member", memberId)
        .param("organization", invitation.organizationId())
        .param("id", invitation.id())
        .update();
  }

  void revoked(Invitation invitation, Instant now) {
    jdbc.sql(
            """
            update invitation set revoked_at = :now, updated_at = :now, version = version + 1
            where organization_id = :organization and id = :id
            """)
        .param("now", Times.utc(now))
        .param("organization", invitation.organizationId())
        .param("id", invitation.id())
        .update();
  }

  private Invitation read(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("email"),
        Role.of(row.getString("role")),
        MetadataColumn.read(row),
        row.getString("invited_by"),
        row.getString("member_id"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        Times.instant(row.getTimestamp("accepted_at")),
        Times.instant(row.getTimestamp("revoked_at")),
        row.getLong("version"));
  }
}
