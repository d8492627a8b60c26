package onair.account.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import onair.account.permission.Role;
import onair.common.id.Ids;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.MetadataFilter;
import onair.common.paging.PageRequest;
import onair.common.time.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code member}, but for its passwords. */
public final class MemberStore {

  private final JdbcClient jdbc;

  MemberStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of any organization; for those who know already whose member it is. */
  public Optional<Member> find(String id) {
    return jdbc.sql("select * from member where id = :id")
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Of any organization. */
  public Optional<Member> findByEmail(String email) {
    return jdbc.sql("select * from member where email_lower = :email")
        .param("email", normal(email))
        .query(this::read)
        .optional();
  }

  Optional<Member> find(String organizationId, String id) {
    return jdbc.sql("select * from member where organization_id = :organization and id = :id")
        .param("organization", organizationId)
        .param("id", id)
        .query(this::read)
        .optional();
  }

  /** Those who came last first. */
  List<Member> list(
      String organizationId, @Nullable Role role, MetadataFilter metadata, PageRequest page) {
    return jdbc.sql(
            """
            select * from member
            where organization_id = :organization
              and (cast(:role as text) is null or role = :role)
              and metadata @> cast(:metadata as jsonb)
              and (cast(:after as text) is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("role", role == null ? null : role.word())
        .param("metadata", MetadataColumn.write(metadata.wanted()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(this::read)
        .list();
  }

  /**
   * A new member, without a password.
   *
   * @return empty when somebody has the email already, here or in another organization
   */
  public Optional<Member> create(
      String organizationId, String email, Role role, Map<String, String> metadata, Instant now) {
    return jdbc.sql(
            """
            insert into member (id, organization_id, email, role, metadata, created_at, updated_at)
            values (:id, :organization, :email, :role, cast(:metadata as jsonb), :now, :now)
            on conflict (lower(email)) do nothing
            returning *
            """)
        .param("id", Ids.next("mem"))
        .param("organization", organizationId)
        .param("email", email.strip())
        .param("role", role.word())
        .param("metadata", MetadataColumn.write(metadata))
        .param("now", Times.utc(now))
        .query(this::read)
        .optional();
  }

  /** Until the transaction ends nobody else changes who is a member of the organization. */
  void lock(String organizationId) {
    jdbc.sql("select id from organization where id = :id for no key update")
        .param("id", organizationId)
        .query(String.class)
        .optional();
  }

  long owners(String organizationId) {
    return jdbc.sql(
            "select count(*) from member where organization_id = :organization and role = 'owner'")
        .param("organization", organizationId)
        .query(Long.class)
        .single();
  }

  void update(Member member) {
    jdbc.sql(
            """
            update member set role = :role, metadata = cast(:metadata as jsonb), updated_at = :now, version = :version
            where organization_id = :organization and id = :id
            """)
        .param("role", member.role().word())
        .param("metadata", MetadataColumn.write(member.metadata()))
        .param("now", Times.utc(member.updatedAt()))
        .param("version", member.version())
        .param("organization", member.organizationId())
        .param("id", member.id())
        .update();
  }

  /** Their sessions end with them. */
  void delete(Member member) {
    jdbc.sql("delete from member where organization_id = :organization and id = :id")
        .param("organization", member.organizationId())
        .param("id", member.id())
        .update();
  }

  /** How emails are compared. */
  public static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private Member read(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("email"),
        Role.of(row.getString("role")),
        MetadataColumn.read(row),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getLong("version"));
  }
}
