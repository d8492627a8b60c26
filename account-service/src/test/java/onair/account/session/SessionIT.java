package onair.account.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import onair.account.AccountIT;
import onair.test.TestApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT extends AccountIT {

  @BeforeEach
  void forgetEarlierTries() {
    jdbc.sql("delete from sign_in_attempt").update();
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
        .isEqualTo(204);
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
    assertThat(jdbc.sql("select password_hash from member").query(String.class).single())
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
