package onair.account.oidc;

import java.time.Instant;
import java.util.Optional;
import onair.account.member.Member;
import onair.account.member.MemberStore;
import onair.common.time.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code member_identity}: who a member is for a provider. */
final class IdentityStore {

  private final JdbcClient jdbc;
  private final MemberStore members;

  IdentityStore(JdbcClient jdbc, MemberStore members) {
    this.jdbc = jdbc;
    this.members = members;
  }

  Optional<Member> find(String issuer, String subject) {
    return jdbc.sql(
            "select member_id from member_identity where issuer = :issuer and subject = :subject")
        .param("issuer", issuer)
        .param("subject", subject)
        .query(String.class)
        .optional()
        .flatMap(members::find);
  }

  void link(String issuer, String subject, Member member, Instant now) {
    jdbc.sql(
            """
            insert into member_identity (issuer, subject, organization_id, member_id, created_at)
            values (:issuer, :subject, :organization, :member, :now)
            """)
        .param("issuer", issuer)
        .param("subject", subject)
        .param("organization", member.organizationId())
        .param("member", member.id())
        .param("now", Times.utc(now))
        .update();
  }
}
