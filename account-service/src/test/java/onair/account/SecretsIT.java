package onair.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import onair.common.security.Caller;
import onair.test.Canaries;
import onair.test.PostgresDatabase;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every secret this service is told or makes, used well and badly. None of them may be found in its
 * log, in a row of its database (events, the audit log and kept replies included), or in a refusal.
 */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "logging.level.onair=DEBUG")
class SecretsIT extends AccountIT {

  private static final String GUESS = "a guess that is wrong 4711";

  private final Canaries canaries = new Canaries();
  private final List<Reply> refusals = new ArrayList<>();

  @Autowired private ConfigurableEnvironment environment;

  @Test
  void areFoundNowhere(CapturedOutput output, PostgresDatabase database) throws Exception {
    plantThoseOfTheInstallation();
    useSessionsAndPasswords();
    useApiKeys();
    useInvitations();
    useWebhooks();

    var found = new ArrayList<>(canaries.foundIn("the log", output.getAll()));
    found.addAll(canaries.foundIn(database));
    for (Reply refusal : refusals) {
      assertThat(refusal.status()).isGreaterThanOrEqualTo(400);
      found.addAll(canaries.foundIn("a refusal", refusal.text()));
      found.addAll(canaries.foundIn("a header", refusal.response().headers().map().toString()));
    }
    assertThat(found).isEmpty();
    assertThat(output.getAll()).as("the log was listened to").contains("DEBUG");
  }

  @Test
  void wouldBeFound(PostgresDatabase database) {
    var others = new Canaries();
    others.plant("name of the organization", "Night Owls");
    others.plant("half of it", "Night Ow");

    assertThat(others.foundIn(database)).contains("name of the organization in table organization");
    assertThat(others.foundIn("here", "TmlnaHQgT3ds")).contains("name of the organization in here");
    assertThat(others.foundIn("here", "4e69676874204f776c73")).hasSize(2);
  }

  private void plantThoseOfTheInstallation() {
    canaries.plant("owner's password", PASSWORD);
    canaries.plant("first API key", FIRST_KEY);
    canaries.plant(
        "key of webhook secrets",
        environment.getRequiredProperty("onair.account.webhook.secret-key"));
  }

  private void useSessionsAndPasswords() {
    String session = canaries.plant("session", signIn(PASSWORD).json().path("session").asString());
    gateway().post("/internal/sessions/verify", json(Map.of("session", session)));
    canaries.plant("wrong password", GUESS);
    refusals.add(signIn(GUESS));
    refusals.add(
        gateway().post("/internal/sessions", "{\"password\":\"" + GUESS + "\",\"email\":"));
    refusals.add(
        gateway()
            .post("/internal/sessions", json(Map.of("email", List.of(GUESS), "password", GUESS))));
    refusals.add(
        gateway()
            .post("/internal/sessions", json(Map.of("email", "a", "password", GUESS, "x", GUESS))));
    refusals.add(gateway().post("/internal/sessions/verify", json(Map.of("session", GUESS))));
    refusals.add(
        owner()
            .send(
                "PUT",
                "/v1/members/me/password",
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    json(Map.of("current_password", GUESS, "new_password", GUESS)))));
    gateway().post("/internal/sessions/end", json(Map.of("session", session)));
  }

  private void useApiKeys() throws Exception {
    Reply made =
        owner()
            .with("Idempotency-Key", "canary")
            .post("/v1/api-keys", "{\"name\":\"Canary\",\"scopes\":[\"channels:read\"]}");
    String key = canaries.plant("API key", made.json().path("secret").asString());
    String rolled =
        canaries.plant(
            "rolled API key",
            owner()
                .post("/v1/api-keys/" + made.json().path("id").asString() + "/roll", "{}")
                .json()
                .path("secret")
                .asString());
    for (String good : List.of(key, rolled, FIRST_KEY)) {
      assertThat(
              gateway()
                  .post("/internal/credentials/verify", json(Map.of("credential", good)))
                  .status())
          .isEqualTo(200);
    }
    String wrong =
        canaries.plant("API key with a wrong end", key.substring(0, key.length() - 1) + "!");
    refusals.add(gateway().post("/internal/credentials/verify", json(Map.of("credential", wrong))));
    refusals.add(gateway().post("/internal/credentials/verify", "[\"" + wrong + "\""));
    refusals.add(anybody().with("Authorization", "Bearer " + key).get("/v1/api-keys"));
  }

  private void useInvitations() {
    Reply made =
        owner().post("/v1/invitations", "{\"email\":\"canary@example.com\",\"role\":\"viewer\"}");
    String token = canaries.plant("invitation", made.json().path("token").asString());
    String password = canaries.plant("new member's password", "a fine new password 0815");
    Reply accepted =
        gateway()
            .post(
                "/internal/sessions/by-invitation",
                json(Map.of("token", token, "password", password)));
    canaries.plant("new member's session", accepted.json().path("session").asString());
    refusals.add(
        gateway()
            .post(
                "/internal/sessions/by-invitation",
                json(Map.of("token", token, "password", password))));
    refusals.add(
        gateway()
            .post(
                "/internal/sessions/by-invitation",
                json(Map.of("token", GUESS, "password", password))));
  }

  private void useWebhooks() {
    Reply made =
        owner()
            .with("Idempotency-Key", "canary hook")
            .post("/v1/webhooks", "{\"url\":\"https://hooks.example.com/onair\"}");
    canaries.plant("webhook secret", made.json().path("secret").asString());
    Reply rotated =
        owner().post("/v1/webhooks/" + made.json().path("id").asString() + "/secret:rotate", "{}");
    canaries.plant("rotated webhook secret", rotated.json().path("secret").asString());
    refusals.add(
        owner()
            .post(
                "/v1/webhooks",
                "{\"url\":\"https://user:" + GUESS.replace(" ", "") + "@example.com/\"}"));
  }

  private Reply signIn(String password) {
    return gateway()
        .post(
            "/internal/sessions", json(Map.of("email", "owner@example.com", "password", password)));
  }

  private TestApi owner() {
    String member =
        jdbc.sql("select id from member where email = 'owner@example.com'")
            .query(String.class)
            .single();
    return as(new Caller(organizationId, member, Set.of("*")));
  }

  private static String json(Map<String, ?> body) {
    return JsonMapper.shared().writeValueAsString(body);
  }
}
