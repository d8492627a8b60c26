package onair.account.founding;

import static org.assertj.core.api.Assertions.assertThat;

import onair.account.AccountIT;
import onair.common.security.Caller;
import onair.test.TestApi;
import org.junit.jupiter.api.Test;

/** How organizations come to be, are seen and renamed. */
class FoundingIT extends AccountIT {

  private static final String EARLY_BIRDS =
      "{\"name\":\"Early Birds\",\"owner_email\":\"ada@example.com\",\"metadata\":{\"plan\":\"a\"}}";

  @Test
  void beginWithAnOwnerWhoIsInvited() {
    TestApi.Reply made = key("organizations:write").post("/v1/organizations", EARLY_BIRDS);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).contains("no-store");
    String id = made.json().path("id").asString();
    assertThat(made.header("Location")).contains("/v1/organizations/" + id);
    assertThat(made.json().path("name").asString()).isEqualTo("Early Birds");

    Caller ada =
        callerOf(accept(made.json().path("owner_invitation").path("token").asString(), PASSWORD));
    assertThat(ada.organizationId()).isEqualTo(id).isNotEqualTo(organizationId);
    assertThat(ada.has("*")).isTrue();
    assertThat(as(ada).get("/v1/whoami").json().path("organization_name").asString())
        .isEqualTo("Early Birds");
    assertThat(as(ada).get("/v1/members").json().path("data")).hasSize(1);
    assertThat(key("*").get("/v1/organizations/" + id).status())
        .as("not even who made it sees it")
        .isEqualTo(404);

    TestApi.Reply refused = as(ada).post("/v1/organizations", EARLY_BIRDS.replace("ada@", "ben@"));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("not_the_first_organization");
  }

  @Test
  void areRenamedByThoseWhoMay() {
    String path = "/v1/organizations/" + organizationId;
    String tag = key("organizations:read").get(path).header("ETag").orElseThrow();

    assertThat(key("organizations:read").patch(path, "{\"name\":\"X\"}").status()).isEqualTo(403);
    TestApi.Reply renamed =
        key("organizations:write")
            .with("If-Match", tag)
            .patch(path, "{\"name\":\"Night Owls Ltd\",\"metadata\":{\"plan\":\"b\"}}");
    assertThat(renamed.json().path("name").asString()).isEqualTo("Night Owls Ltd");
    assertThat(renamed.header("ETag")).isPresent().get().isNotEqualTo(tag);
    assertThat(
            key("organizations:write")
                .with("If-Match", tag)
                .patch(path, "{\"name\":\"Lost update\"}")
                .status())
        .isEqualTo(412);
    assertThat(key("*").patch("/v1/organizations/org_other", "{\"name\":\"X\"}").status())
        .isEqualTo(404);
    assertThat(key("*").patch(path, "{\"name\":\"\"}").status()).isEqualTo(422);
    assertThat(key("*").get(path).json().path("name").asString()).isEqualTo("Night Owls Ltd");
  }

  @Test
  void tellEverythingThatIsWrong() {
    assertThat(key("*").post("/v1/organizations", "{}").violations())
        .containsExactlyInAnyOrder("name required", "owner_email required");
  }
}
