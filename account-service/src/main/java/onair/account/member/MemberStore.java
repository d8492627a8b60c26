package onair.account.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import onair.common.id.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The table {@code member}, and the only place that sees a password. */
public final class MemberStore {

  private final JdbcClient jdbc;
  private final PasswordEncoder passwords;
  private final String nobodysHash;

  MemberStore(JdbcClient jdbc, PasswordEncoder passwords) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.nobodysHash = passwords.encode(Ids.next("nobody"));
  }

  public Optional<Member> find(String id) {
    return jdbc.sql("select * from member where id = :id")
        .param("id", id)
        .query(MemberStore::read)
        .optional();
  }

  public Optional<Member> findByEmail(String email) {
    return jdbc.sql("select * from member where lower(email) = :email")
        .param("email", normal(email))
        .query(MemberStore::read)
        .optional();
  }

  /**
   * The member when the password is theirs. Takes the same time whether there is such a member or
   * not.
   */
  public Optional<Member> authenticate(String email, String password) {
    Optional<String> hash =
        jdbc.sql("select password_hash from member where lower(email) = :email")
            .param("email", normal(email))
            .query(String.class)
            .optional();
    boolean right = passwords.matches(password, hash.orElse(nobodysHash));
    return right && hash.isPresent() ? findByEmail(email) : Optional.empty();
  }

  public Member create(
      String organizationId, String email, String password, Role role, Instant now) {
    return jdbc.sql(
            """
            insert into member (id, organization_id, email, password_hash, role, created_at, updated_at)
            values (:id, :organization, :email, :hash, :role, :now, :now)
            returning *
            """)
        .param("id", Ids.next("mem"))
        .param("organization", organizationId)
        .param("email", email.strip())
        .param("hash", passwords.encode(password))
        .param("role", role.name().toLowerCase(Locale.ROOT))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(MemberStore::read)
        .single();
  }

  /** How emails are compared. */
  public static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static Member read(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getString("id"),
        row.getString("organization_id"),
        row.getString("email"),
        Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT)));
  }
}
