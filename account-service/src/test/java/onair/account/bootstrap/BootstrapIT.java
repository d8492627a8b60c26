package onair.account.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import onair.account.AccountIT;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BootstrapIT extends AccountIT {

  @Autowired private Bootstrap bootstrap;

  @Test
  void makesNothingTwice() {
    bootstrap.afterSingletonsInstantiated();

    assertThat(count("organization")).isEqualTo(1);
    assertThat(count("member")).isEqualTo(1);
    assertThat(count("api_key")).isEqualTo(1);
  }

  @Test
  void addsAFirstKeyThatIsNotKnownAnyMore() {
    jdbc.sql("delete from api_key").update();

    bootstrap.afterSingletonsInstantiated();

    assertThat(count("api_key")).isEqualTo(1);
  }

  @Test
  void leavesARevokedFirstKeyRevoked() {
    jdbc.sql("update api_key set revoked_at = now()").update();

    bootstrap.afterSingletonsInstantiated();

    assertThat(
            jdbc.sql("select count(*) from api_key where revoked_at is null")
                .query(Long.class)
                .single())
        .isZero();
    jdbc.sql("update api_key set revoked_at = null").update();
  }

  @Test
  void tellsTheOwnerWhoTheyAre() {
    var reply = key("channels:read").get("/v1/whoami");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("organization_name").asString()).isEqualTo("Night Owls");
    assertThat(reply.json().path("subject_type").asString()).isEqualTo("api_key");
    assertThat(reply.json().path("scopes").path(0).asString()).isEqualTo("channels:read");
  }

  @Test
  void showsTheCallersOwnOrganizationOnly() {
    var reply = key("organizations:read").get("/v1/organizations/" + organizationId);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("name").asString()).isEqualTo("Night Owls");
    assertThat(reply.header("ETag")).contains("\"1\"");
    assertThat(key("organizations:read").get("/v1/organizations/org_other").status())
        .isEqualTo(404);
    assertThat(key("channels:read").get("/v1/organizations/" + organizationId).status())
        .isEqualTo(403);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
