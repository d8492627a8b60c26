package onair.account.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import onair.account.AccountIT;
import onair.account.permission.Role;
import onair.common.security.Caller;
import onair.test.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People of an organization: what their role lets them do, and how they come and go. */
class MemberIT extends AccountIT {

  private String owner = "";

  @BeforeEach
  void onlyTheOwnerIsThere() {
    jdbc.sql("delete from sign_in_attempt").update();
    jdbc.sql("delete from member where email <> 'owner@example.com'").update();
    owner = jdbc.sql("select id from member").query(String.class).single();
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void mayDoWhatTheirRoleSays(Role role) {
    var session = verifySession(join("one@example.com", role.word())).json();

    assertThat(session.path("role").asString()).isEqualTo(role.word());
    assertThat(session.path("scopes").valueStream().map(scope -> scope.asString()))
        .containsExactlyInAnyOrderElementsOf(role.scopes());
    assertThat(session.path("session_id").asString()).startsWith("ses_");
  }

  @Test
  void areListedByRoleAndFoundById() {
    String ada = idOf(join("ada@example.com", "streamer"));
    join("ben@example.com", "viewer");

    assertThat(
            key("members:read").get("/v1/members?role=streamer").json().path("data").valueStream())
        .extracting(one -> one.path("id").asString())
        .containsExactly(ada);
    assertThat(key("members:read").get("/v1/members").json().path("data")).hasSize(3);
    assertThat(key("members:read").get("/v1/members?role=king").violations())
        .containsExactly("role unknown_value");
    TestApi.Reply found = key("members:read").get("/v1/members/" + ada);
    assertThat(found.json().path("email").asString()).isEqualTo("ada@example.com");
    assertThat(found.json().path("role").asString()).isEqualTo("streamer");
    assertThat(found.header("ETag")).contains("\"1\"");
    assertThat(found.text()).doesNotContain("password").doesNotContain("bcrypt");
  }

  @Test
  void feelAChangeOfRoleInTheSessionTheyHave() {
    TestApi.Reply opened = join("ada@example.com", "operator");
    assertThat(callerOf(opened).has("channels:write")).isTrue();

    TestApi.Reply changed = key("*").patch("/v1/members/" + idOf(opened), "{\"role\":\"viewer\"}");

    assertThat(changed.json().path("role").asString()).isEqualTo("viewer");
    assertThat(changed.header("ETag")).contains("\"2\"");
    assertThat(callerOf(opened).has("channels:write")).isFalse();
    assertThat(callerOf(opened).has("channels:read")).isTrue();
  }

  @Test
  void loseEverySessionWhenTheyAreRemoved() {
    TestApi.Reply first = join("ada@example.com", "streamer");
    TestApi.Reply second = signIn("ada@example.com");
    assertThat(second.status()).isEqualTo(201);

    assertThat(key("*").delete("/v1/members/" + idOf(first)).status()).isEqualTo(204);

    assertThat(verifySession(first).status()).isEqualTo(404);
    assertThat(verifySession(second).status()).isEqualTo(404);
    assertThat(signIn("ada@example.com").status()).isEqualTo(401);
  }

  @Test
  void includeTheLastOwnerForGood() {
    assertThat(key("*").patch("/v1/members/" + owner, "{\"role\":\"viewer\"}").code())
        .isEqualTo("last_owner");
    assertThat(key("*").delete("/v1/members/" + owner).code()).isEqualTo("last_owner");
    assertThat(key("*").patch("/v1/members/" + owner, "{\"role\":\"owner\"}").status())
        .as("no change")
        .isEqualTo(200);

    join("second@example.com", "owner");
    assertThat(key("*").patch("/v1/members/" + owner, "{\"role\":\"viewer\"}").status())
        .isEqualTo(200);
    jdbc.sql("update member set role = 'owner' where id = :id").param("id", owner).update();
  }

  @Test
  void keepOneOwnerThoughAllOfThemLeaveAtOnce() throws Exception {
    List<String> owners = new ArrayList<>(List.of(owner));
    for (int i = 0; i < 5; i++) {
      owners.add(idOf(join("owner" + i + "@example.com", "owner")));
    }
    List<Callable<Integer>> leaving =
        owners.stream()
            .<Callable<Integer>>map(
                id -> () -> key("*").patch("/v1/members/" + id, "{\"role\":\"viewer\"}").status())
            .toList();
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var status : threads.invokeAll(leaving)) {
        statuses.add(status.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(409).filteredOn(status -> status == 200).hasSize(5);
    jdbc.sql("update member set role = 'owner' where id = :id").param("id", owner).update();
  }

  @Test
  void giveAndTakeNoRoleThatMayDoMoreThanTheyCan() {
    String operator = idOf(join("operator@example.com", "operator"));
    TestApi manager = key("members:*", "channels:read", "assets:read", "ads:read");

    assertThat(manager.patch("/v1/members/" + operator, "{\"role\":\"viewer\"}").status())
        .as("of an operator")
        .isEqualTo(403);
    assertThat(manager.delete("/v1/members/" + operator).status()).isEqualTo(403);
    assertThat(manager.delete("/v1/members/" + owner).status()).isEqualTo(403);
    String viewer = idOf(join("viewer@example.com", "viewer"));
    TestApi.Reply raised = manager.patch("/v1/members/" + viewer, "{\"role\":\"owner\"}");
    assertThat(raised.status()).isEqualTo(403);
    TestApi wider = key("members:*", "channels:*", "assets:*", "ads:*", "delivery:*", "usage:*");
    assertThat(
            wider
                .patch("/v1/members/" + viewer, "{\"role\":\"owner\"}")
                .problem()
                .path("scope")
                .asString())
        .isEqualTo("*");
    assertThat(wider.patch("/v1/members/" + viewer, "{\"role\":\"partner\"}").status())
        .isEqualTo(200);
    assertThat(wider.delete("/v1/members/" + viewer).status()).isEqualTo(204);
  }

  @Test
  void carryMetadataWithoutAnyRightToTheRole() {
    assertThat(
            key("members:write")
                .patch("/v1/members/" + owner, "{\"metadata\":{\"crew\":\"a\"}}")
                .json()
                .path("metadata")
                .path("crew")
                .asString())
        .isEqualTo("a");
  }

  @Test
  void honourIfMatch() {
    String ada = idOf(join("ada@example.com", "streamer"));

    assertThat(
            key("*")
                .with("If-Match", "\"7\"")
                .patch("/v1/members/" + ada, "{\"role\":\"viewer\"}")
                .status())
        .isEqualTo(412);
    assertThat(key("*").with("If-Match", "\"7\"").delete("/v1/members/" + ada).status())
        .isEqualTo(412);
    assertThat(key("*").with("If-Match", "\"1\"").delete("/v1/members/" + ada).status())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "streamer", "partner", "viewer"})
  void needTheRightScopeForOthers(String role) {
    Caller member = callerOf(join("one@example.com", role));

    assertThat(as(member).get("/v1/members").status())
        .isEqualTo(role.equals("operator") ? 200 : 403);
    assertThat(as(member).patch("/v1/members/" + owner, "{\"role\":\"viewer\"}").status())
        .isEqualTo(403);
    assertThat(as(member).delete("/v1/members/" + owner).status()).isEqualTo(403);
    assertThat(
            as(member)
                .post("/v1/invitations", "{\"email\":\"x@example.com\",\"role\":\"viewer\"}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void areHiddenFromOtherOrganizations() {
    TestApi stranger = as(new Caller("org_other", "key_9", Set.of("*")));

    assertThat(stranger.get("/v1/members/" + owner).status()).isEqualTo(404);
    assertThat(stranger.patch("/v1/members/" + owner, "{\"role\":\"viewer\"}").status())
        .isEqualTo(404);
    assertThat(stranger.delete("/v1/members/" + owner).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/members/" + owner + "/sessions").status()).isEqualTo(404);
    assertThat(stranger.get("/v1/members").json().path("data")).isEmpty();
  }

  private TestApi.Reply signIn(String email) {
    return gateway()
        .post(
            "/internal/sessions",
            "{\"email\":\"" + email + "\",\"password\":\"" + PASSWORD + "\"}");
  }

  private String idOf(TestApi.Reply opened) {
    return verifySession(opened).json().path("subject").asString();
  }
}
