package onair.account.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import onair.account.AccountIT;
import onair.common.security.Caller;
import onair.test.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Being invited: told once, good once, for some days, and for no more than the inviter may. */
class InvitationIT extends AccountIT {

  private static final String ADA = "{\"email\":\"ada@example.com\",\"role\":\"streamer\"}";

  @BeforeEach
  void onlyTheOwnerIsThere() {
    jdbc.sql("delete from sign_in_attempt").update();
    jdbc.sql("delete from invitation").update();
    jdbc.sql("delete from member where email <> 'owner@example.com'").update();
  }

  @Test
  void makesAMemberOfWhoHasTheToken() {
    TestApi.Reply made = key("*").post("/v1/invitations", ADA);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).contains("no-store");
    String path = "/v1/invitations/" + made.json().path("id").asString();
    assertThat(made.header("Location")).contains(path);
    assertThat(made.json().path("status").asString()).isEqualTo("open");
    String token = made.json().path("token").asString();

    TestApi.Reply opened = accept(token, "ada's own password");
    assertThat(opened.status()).isEqualTo(201);
    var session = verifySession(opened).json();
    assertThat(session.path("email").asString()).isEqualTo("ada@example.com");
    assertThat(session.path("role").asString()).isEqualTo("streamer");
    assertThat(
            gateway()
                .post(
                    "/internal/sessions",
                    "{\"email\":\"ADA@example.com\",\"password\":\"ada's own password\"}")
                .status())
        .isEqualTo(201);

    var shown = key("members:read").get(path);
    assertThat(shown.json().path("status").asString()).isEqualTo("accepted");
    assertThat(shown.json().path("member_id").asString())
        .isEqualTo(session.path("subject").asString());
    assertThat(shown.json().has("token")).isFalse();
    assertThat(accept(token, PASSWORD).code()).as("again").isEqualTo("invitation_ended");
    assertThat(key("*").delete(path).code()).isEqualTo("wrong_status");
  }

  @Test
  void keepsOnlyAHashOfTheToken() {
    String token =
        key("*")
            .with("Idempotency-Key", "invitation-canary")
            .post("/v1/invitations", ADA)
            .json()
            .path("token")
            .asString();

    assertThat(
            jdbc.sql(
                    "select string_agg(i::text, '') || (select string_agg(encode(reply, 'escape'), '') from idempotent_reply) from invitation i")
                .query(String.class)
                .single())
        .doesNotContain(token);
  }

  @Test
  void endsAfterSevenDaysOrWhenItIsTakenBack() {
    String late = token(key("*").post("/v1/invitations", ADA));
    clock.advance(Duration.ofDays(7));
    assertThat(accept(late, PASSWORD).code()).isEqualTo("invitation_ended");

    TestApi.Reply made = key("*").post("/v1/invitations", ADA);
    String path = "/v1/invitations/" + made.json().path("id").asString();
    assertThat(key("*").with("If-Match", "\"9\"").delete(path).status()).isEqualTo(412);
    assertThat(key("members:write").delete(path).status()).isEqualTo(204);
    assertThat(key("members:write").delete(path).status()).as("again").isEqualTo(204);
    assertThat(accept(token(made), PASSWORD).code()).isEqualTo("invitation_ended");
    assertThat(key("*").get(path).json().path("status").asString()).isEqualTo("revoked");
    assertThat(accept("nobodys-token", PASSWORD).code()).isEqualTo("invitation_ended");
  }

  @Test
  void isGoodForOneOfManyWhoComeAtOnce() throws Exception {
    String token = token(key("*").post("/v1/invitations", ADA));
    Callable<Integer> come = () -> accept(token, PASSWORD).status();
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var status : threads.invokeAll(Collections.nCopies(8, come))) {
        statuses.add(status.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(201).filteredOn(status -> status == 404).hasSize(7);
  }

  @Test
  void cannotGiveMoreThanTheInviterMay() {
    TestApi.Reply refused =
        key("members:write", "channels:read", "channels:write")
            .post("/v1/invitations", "{\"email\":\"ada@example.com\",\"role\":\"owner\"}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem().path("scope").asString()).isEqualTo("*");
    assertThat(key("channels:*").post("/v1/invitations", ADA).problem().path("scope").asString())
        .isEqualTo("members:write");
  }

  @Test
  void isRefusedForAMemberAndTellsNothingOfOtherOrganizations() {
    assertThat(
            key("*")
                .post("/v1/invitations", "{\"email\":\"Owner@example.com\",\"role\":\"viewer\"}")
                .code())
        .isEqualTo("already_a_member");

    String other = otherOrganization();
    TestApi.Reply made =
        as(new Caller(other, "key_9", Set.of("*")))
            .post("/v1/invitations", "{\"email\":\"owner@example.com\",\"role\":\"viewer\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(accept(token(made), PASSWORD).code()).isEqualTo("email_taken");
  }

  @Test
  void isHiddenFromOtherOrganizations() {
    String id = key("*").post("/v1/invitations", ADA).json().path("id").asString();
    TestApi stranger = as(new Caller(otherOrganization(), "key_9", Set.of("*")));

    assertThat(stranger.get("/v1/invitations/" + id).status()).isEqualTo(404);
    assertThat(stranger.delete("/v1/invitations/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/invitations").text()).doesNotContain(id);
    assertThat(key("*").get("/v1/invitations").json().path("data")).hasSize(1);
  }

  @Test
  void tellsEverythingThatIsWrong() {
    assertThat(key("*").post("/v1/invitations", "{\"email\":\"ada\",\"role\":\"king\"}").status())
        .isEqualTo(422);
    assertThat(key("*").post("/v1/invitations", "{}").violations())
        .containsExactlyInAnyOrder("email required", "role required");
    assertThat(accept(token(key("*").post("/v1/invitations", ADA)), "short").violations())
        .hasSize(1)
        .allMatch(violation -> violation.startsWith("password "));
  }

  private String otherOrganization() {
    return key("*")
        .post("/v1/organizations", "{\"name\":\"Other\",\"owner_email\":\"other@example.com\"}")
        .json()
        .path("id")
        .asString();
  }

  private static String token(TestApi.Reply made) {
    return made.json().path("token").asString();
  }
}
