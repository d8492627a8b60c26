package onair.account.member;

import java.util.Optional;
import onair.common.id.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The only place that sees a password. What is stored is a hash that names its algorithm. */
public final class Passwords {

  private final JdbcClient jdbc;
  private final MemberStore members;
  private final PasswordEncoder encoder;
  private final String nobodysHash;

  Passwords(JdbcClient jdbc, MemberStore members, PasswordEncoder encoder) {
    this.jdbc = jdbc;
    this.members = members;
    this.encoder = encoder;
    this.nobodysHash = encoder.encode(Ids.next("nobody"));
  }

  /**
   * The member when the password is theirs. Takes the same time whether there is such a member or
   * not, and whether they have a password or not.
   */
  public Optional<Member> authenticate(String email, String password) {
    Optional<String> hash =
        jdbc.sql(
                "select password_hash from member where email_lower = :email and password_hash is not null")
            .param("email", MemberStore.normal(email))
            .query(String.class)
            .optional();
    boolean right = encoder.matches(password, hash.orElse(nobodysHash));
    if (!right || hash.isEmpty()) {
      return Optional.empty();
    }
    Optional<Member> member = members.findByEmail(email);
    if (encoder.upgradeEncoding(hash.get())) {
      member.ifPresent(known -> set(known, password));
    }
    return member;
  }

  /**
   * Gives the member a password.
   *
   * @param password as {@link NewPassword} wants it
   */
  public void set(Member member, String password) {
    jdbc.sql("update member set password_hash = :hash where id = :id")
        .param("hash", encoder.encode(password))
        .param("id", member.id())
        .update();
  }
}
