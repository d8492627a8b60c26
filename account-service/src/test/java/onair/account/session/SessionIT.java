package onair.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import onair.account.AccountIT;
import onair.common.security.Caller;
import onair.test.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT extends AccountIT {

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from sign_in_attempt").update();
    jdbc.sql("delete from member where email <> 'owner@example.com'").update();
  }

  @Test
  void signsInShowsAndSignsOut() {
    var opened = signIn("owner@example.com", PASSWORD);
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.json().path("expires_at").asString())
        .isEqualTo(clock.instant().plus(Duration.ofHours(12)).toString());
    String session = opened.json().path("session").asString();

    var verified = verify(session);
    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.json().path("organization_id").asString()).isEqualTo(organizationId);
    assertThat(verified.json().path("organization_name").asString()).isEqualTo("Night Owls");
    assertThat(verified.json().path("subject").asString()).startsWith("mem_");
    assertThat(verified.json().path("email").asString()).isEqualTo("owner@example.com");
    assertThat(verified.json().path("scopes").path(0).asString()).isEqualTo("*");

    assertThat(gateway().post("/internal/sessions/end", body(session)).status()).isEqualTo(204);
    assertThat(gateway().post("/internal/sessions/end", body(session)).status())
        .as("again")
        .isEqualTo(404);
    assertThat(verify(session).status()).isEqualTo(404);
  }

  @Test
  void takesTheEmailInAnyCase() {
    assertThat(signIn(" Owner@EXAMPLE.com ", PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void keepsOnlyAHashOfTheSession() {
    String session = signIn("owner@example.com", PASSWORD).json().path("session").asString();

    assertThat(
            jdbc.sql("select string_agg(s::text, '') from session s").query(String.class).single())
        .doesNotContain(session);
    assertThat(
            jdbc.sql("select password_hash from member where role = 'owner'")
                .query(String.class)
                .single())
        .startsWith("{bcrypt}");
  }

  @Test
  void endsWhenItWasNotUsedForTwelveHours() {
    String session = signIn("owner@example.com", PASSWORD).json().path("session").asString();

    clock.advance(Duration.ofHours(11));
    assertThat(verify(session).status()).isEqualTo(200);
    clock.advance(Duration.ofHours(11));
    assertThat(verify(session).status()).as("its end has moved").isEqualTo(200);
    clock.advance(Duration.ofHours(12));
    assertThat(verify(session).status()).isEqualTo(404);
  }

  @Test
  void endsAfterSevenDaysHoweverMuchItIsUsed() {
    String session = signIn("owner@example.com", PASSWORD).json().path("session").asString();
    for (int hour = 0; hour < 167; hour += 10) {
      assertThat(verify(session).status()).isEqualTo(200);
      clock.advance(Duration.ofHours(10));
    }

    assertThat(verify(session).status()).isEqualTo(404);
  }

  @Test
  void saysNothingAboutWhichOfTheTwoWasWrong() {
    var wrongPassword = signIn("owner@example.com", "wrong");
    var nobody = signIn("nobody@example.com", PASSWORD);

    assertThat(wrongPassword.status()).isEqualTo(401);
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(wrongPassword.code()).isEqualTo("sign_in_refused").isEqualTo(nobody.code());
  }

  @Test
  void refusesFurtherTriesAfterTenUntilTheWindowIsOver() {
    IntStream.range(0, 10)
        .forEach(i -> assertThat(signIn("owner@example.com", "wrong").status()).isEqualTo(401));

    var refused = signIn("owner@example.com", PASSWORD);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).contains("900");
    assertThat(signIn("other@example.com", "wrong").status()).as("another email").isEqualTo(401);

    clock.advance(Duration.ofMinutes(15));
    assertThat(signIn("owner@example.com", PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void countsTriesMadeAtOnce() throws Exception {
    Callable<TestApi.Reply> guess = () -> signIn("owner@example.com", "wrong");
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var reply : threads.invokeAll(IntStream.range(0, 15).mapToObj(i -> guess).toList())) {
        statuses.add(reply.get().status());
      }
    }

    assertThat(statuses.stream().filter(status -> status == 401)).hasSize(10);
    assertThat(statuses.stream().filter(status -> status == 429)).hasSize(5);
  }

  @Test
  void refusesFurtherTriesFromAnAddressWhateverTheEmail() {
    IntStream.range(0, 50)
        .forEach(
            i ->
                assertThat(signInFrom("203.0.113.9", "nobody" + i + "@example.com", "x").status())
                    .isEqualTo(401));

    assertThat(signInFrom("203.0.113.9", "nobody@example.com", "x").code())
        .isEqualTo("too_many_sign_ins");
    assertThat(signInFrom("203.0.113.9", "owner@example.com", PASSWORD).status())
        .as("the right password, too")
        .isEqualTo(429);
    assertThat(signInFrom("203.0.113.10", "owner@example.com", PASSWORD).status()).isEqualTo(201);

    clock.advance(Duration.ofMinutes(15));
    assertThat(signInFrom("203.0.113.9", "owner@example.com", PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void countsNoSignInThatWasRightAgainstItsAddress() {
    IntStream.range(0, 60)
        .forEach(
            i ->
                assertThat(signInFrom("203.0.113.9", "owner@example.com", PASSWORD).status())
                    .isEqualTo(201));
  }

  @Test
  void makesANewSecretEachTimeSomebodySignsIn() {
    String first = signIn("owner@example.com", PASSWORD).json().path("session").asString();
    String second = signIn("owner@example.com", PASSWORD).json().path("session").asString();

    assertThat(second).isNotEqualTo(first).hasSize(43);
    assertThat(verify("chosen-by-somebody-else").status()).isEqualTo(404);
  }

  @Test
  void showsEverybodyTheirOwnSessionsAndEndsThem() {
    TestApi.Reply opened =
        gateway()
            .with("OnAir-Client-Address", "203.0.113.7")
            .with("User-Agent", "Test/1")
            .post(
                "/internal/sessions",
                "{\"email\":\"owner@example.com\",\"password\":\"" + PASSWORD + "\"}");
    TestApi owner = as(callerOf(opened));
    var newest = owner.get("/v1/members/me/sessions").json().path("data").path(0);
    assertThat(newest.path("address").asString()).isEqualTo("203.0.113.7");
    assertThat(newest.path("user_agent").asString()).isEqualTo("Test/1");
    assertThat(newest.path("status").asString()).isEqualTo("active");

    assertThat(newest.path("id").asString()).isEqualTo(callerOf(opened).session());

    String path = "/v1/members/me/sessions/" + newest.path("id").asString();
    TestApi.Reply viewer = join("viewer@example.com", "viewer");
    assertThat(as(callerOf(viewer)).delete(path).status()).as("not theirs").isEqualTo(404);
    assertThat(as(callerOf(viewer)).get("/v1/members/me/sessions").json().path("data")).hasSize(1);
    assertThat(owner.delete(path).status()).isEqualTo(204);
    assertThat(owner.delete(path).status()).as("again").isEqualTo(404);
    assertThat(verifySession(opened).status()).isEqualTo(404);
    assertThat(key("*").get("/v1/members/me/sessions").json().path("data")).isEmpty();
  }

  @Test
  void marksTheSessionThatAsks() {
    Caller phone = callerOf(join("two@example.com", "viewer"));
    Caller laptop = callerOf(signIn("two@example.com", PASSWORD));

    assertThat(current(as(phone), "me")).containsExactly(phone.session());
    assertThat(current(as(laptop), "me")).containsExactly(laptop.session());
    assertThat(current(key("members:write"), laptop.subject())).as("somebody else asks").isEmpty();
  }

  private static List<String> current(TestApi asked, String member) {
    return asked
        .get("/v1/members/" + member + "/sessions")
        .json()
        .path("data")
        .valueStream()
        .filter(session -> session.path("current").asBoolean())
        .map(session -> session.path("id").asString())
        .toList();
  }

  @Test
  void letsWhoMayChangeMembersEndTheirSessions() {
    TestApi.Reply opened = join("streamer@example.com", "streamer");
    String sessions = "/v1/members/" + callerOf(opened).subject() + "/sessions";
    assertThat(key("members:read").get(sessions).status()).isEqualTo(403);
    String id =
        key("members:write").get(sessions).json().path("data").path(0).path("id").asString();

    assertThat(key("members:write").delete(sessions + "/" + id).status()).isEqualTo(204);
    assertThat(verifySession(opened).status()).isEqualTo(404);
    assertThat(key("members:write").get("/v1/members/mem_nobody/sessions").status()).isEqualTo(404);
  }

  @Test
  void changesAPasswordAndEndsAllSessionsOfItsOwner() {
    TestApi.Reply first = join("partner@example.com", "partner");
    TestApi.Reply second = signIn("partner@example.com", PASSWORD);
    TestApi partner = as(callerOf(first));

    assertThat(changePassword(partner, "wrong", "a password of twelve").violations())
        .containsExactly("current_password wrong");
    assertThat(changePassword(partner, PASSWORD, "short").status()).isEqualTo(422);
    assertThat(changePassword(partner, PASSWORD, "x".repeat(73)).status()).isEqualTo(422);
    assertThat(verifySession(second).status()).isEqualTo(200);

    assertThat(changePassword(partner, PASSWORD, "a password of twelve").status()).isEqualTo(204);
    assertThat(verifySession(first).status()).isEqualTo(404);
    assertThat(verifySession(second).status()).isEqualTo(404);
    assertThat(signIn("partner@example.com", PASSWORD).status()).isEqualTo(401);
    assertThat(signIn("partner@example.com", "a password of twelve").status()).isEqualTo(201);
    assertThat(changePassword(key("*"), PASSWORD, "a password of twelve").code())
        .isEqualTo("member_required");
  }

  @Test
  void countsWrongCurrentPasswordsWhateverTheKeyOfTheRequest() {
    TestApi owner = as(callerOf(signIn("owner@example.com", PASSWORD)));
    IntStream.range(0, 10)
        .forEach(
            i ->
                assertThat(
                        changePassword(
                                owner.with("Idempotency-Key", "k" + i), "wrong", "another password")
                            .status())
                    .isEqualTo(422));

    assertThat(changePassword(owner, PASSWORD, "another password").status()).isEqualTo(429);
  }

  @Test
  void renewsAHashOfAnOlderKind() {
    jdbc.sql("update member set password_hash = '{noop}' || :password where email = :email")
        .param("password", PASSWORD)
        .param("email", "owner@example.com")
        .update();

    assertThat(signIn("owner@example.com", PASSWORD).status()).isEqualTo(201);

    assertThat(
            jdbc.sql("select password_hash from member where email = 'owner@example.com'")
                .query(String.class)
                .single())
        .startsWith("{bcrypt}");
    assertThat(signIn("owner@example.com", PASSWORD).status()).isEqualTo(201);
  }

  private static TestApi.Reply changePassword(TestApi caller, String current, String wanted) {
    return caller
        .with("Content-Type", "application/json")
        .send(
            "PUT",
            "/v1/members/me/password",
            BodyPublishers.ofString(
                "{\"current_password\":\"%s\",\"new_password\":\"%s\"}"
                    .formatted(current, wanted)));
  }

  private TestApi.Reply signInFrom(String address, String email, String password) {
    return gateway()
        .with("OnAir-Client-Address", address)
        .post(
            "/internal/sessions",
            "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
  }

  private TestApi.Reply signIn(String email, String password) {
    return gateway()
        .post(
            "/internal/sessions",
            "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
  }

  private TestApi.Reply verify(String session) {
    return gateway().post("/internal/sessions/verify", body(session));
  }

  private static String body(String session) {
    return "{\"session\":\"" + session + "\"}";
  }
}
