package onair.account.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import onair.account.AccountIT;
import onair.account.permission.Scopes;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeyIT extends AccountIT {

  private static final String NEW_KEY =
      "{\"name\":\"Studio 2\",\"scopes\":[\"channels:read\",\"channels:control\"]}";

  @Test
  void livesFromItsMakingToItsEnd() {
    var made = key("*").post("/v1/api-keys", NEW_KEY);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).contains("no-store");
    String id = made.json().path("id").asString();
    String secret = made.json().path("secret").asString();
    assertThat(made.header("Location")).contains("/v1/api-keys/" + id);
    assertThat(secret)
        .matches("onair_test_[0-9A-Za-z]{49}")
        .startsWith(made.json().path("hint").asString().replace("…", ""));

    var verified = verify(secret);
    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.json().path("organization_id").asString()).isEqualTo(organizationId);
    assertThat(verified.json().path("subject").asString()).isEqualTo(id);
    assertThat(verified.json().path("scopes").valueStream().map(scope -> scope.asString()))
        .containsExactly("channels:control", "channels:read");

    var shown = key("api-keys:read").get("/v1/api-keys/" + id);
    assertThat(shown.json().has("secret")).isFalse();
    assertThat(shown.json().path("status").asString()).isEqualTo("active");
    assertThat(shown.json().path("last_used_at").asString()).isEqualTo(clock.instant().toString());

    assertThat(key("api-keys:write").delete("/v1/api-keys/" + id).status()).isEqualTo(204);
    assertThat(key("api-keys:write").delete("/v1/api-keys/" + id).status())
        .as("again")
        .isEqualTo(204);
    assertThat(verify(secret).status()).isEqualTo(404);
    assertThat(key("api-keys:read").get("/v1/api-keys/" + id).json().path("status").asString())
        .isEqualTo("revoked");
  }

  @Test
  void keepsNoSecretInTheDatabase() {
    String secret =
        key("*")
            .with("Idempotency-Key", "canary")
            .post("/v1/api-keys", NEW_KEY)
            .json()
            .path("secret")
            .asString();

    String everything =
        jdbc.sql(
                "select string_agg(k::text, '') || (select string_agg(encode(reply, 'escape'), '') from idempotent_reply) from api_key k")
            .query(String.class)
            .single();
    assertThat(everything).doesNotContain(secret).doesNotContain(secret.substring(20));
  }

  @Test
  void notesUseOnceAMinute() {
    var made = key("*").post("/v1/api-keys", NEW_KEY).json();
    String secret = made.path("secret").asString();
    verify(secret);
    Instant first = clock.instant();

    clock.advance(Duration.ofSeconds(59));
    verify(secret);
    assertThat(lastUsed(made.path("id").asString())).isEqualTo(first.toString());

    clock.advance(Duration.ofSeconds(1));
    verify(secret);
    assertThat(lastUsed(made.path("id").asString())).isEqualTo(clock.instant().toString());
  }

  private String lastUsed(String id) {
    return key("*").get("/v1/api-keys/" + id).json().path("last_used_at").asString();
  }

  @Test
  void endsAtTheTimeItWasGiven() {
    Instant end = clock.instant().plus(Duration.ofHours(1));
    String secret =
        key("*")
            .post(
                "/v1/api-keys",
                "{\"name\":\"A\",\"scopes\":[\"channels:read\"],\"expires_at\":\"" + end + "\"}")
            .json()
            .path("secret")
            .asString();
    assertThat(verify(secret).json().path("expires_at").asString()).isEqualTo(end.toString());

    clock.advance(Duration.ofHours(1));

    assertThat(verify(secret).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense",
    "onair_test_0123456789012345678901234567890123456789abc000000",
    "onair_test_",
    "''",
  })
  void refusesWhatIsNoKey(String text) {
    assertThat(verify(text).status()).isEqualTo(404);
  }

  @Test
  void knowsTheFirstKey() {
    var verified = verify(FIRST_KEY);

    assertThat(verified.status()).isEqualTo(200);
    assertThat(verified.json().path("scopes").path(0).asString()).isEqualTo("*");
  }

  @Test
  void tellsEverythingThatIsWrong() {
    var reply =
        key("*")
            .post(
                "/v1/api-keys",
                "{\"name\":\""
                    + "x".repeat(300)
                    + "\",\"scopes\":[5],\"expires_at\":\"soon\",\"colour\":1}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.violations())
        .containsExactlyInAnyOrder(
            "colour unknown_field", "name size", "scopes[0] wrong_type", "expires_at invalid");
    assertThat(key("*").post("/v1/api-keys", "{}").violations())
        .containsExactlyInAnyOrder("name required", "scopes required");
    assertThat(
            key("*")
                .post(
                    "/v1/api-keys",
                    "{\"name\":\"A\",\"scopes\":[\"all\"],\"expires_at\":\"2020-01-01T00:00:00Z\"}")
                .violations())
        .containsExactlyInAnyOrder("scopes unknown_value", "expires_at future");
  }

  @Test
  void tellsMalformedAndOversizedBodies() {
    assertThat(key("*").post("/v1/api-keys", "{").status()).isEqualTo(400);
    assertThat(key("*").post("/v1/api-keys", "{\"name\":\"" + "x".repeat(1 << 20) + "\"}").status())
        .isEqualTo(413);
  }

  @Test
  void namesTheScopeThatIsMissing() {
    var reply = key("channels:read").post("/v1/api-keys", NEW_KEY);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.problem().path("scope").asString()).isEqualTo("api-keys:write");
  }

  @Test
  void givesNoScopeTheCallerDoesNotHave() {
    var reply = key("api-keys:write", "channels:read").post("/v1/api-keys", NEW_KEY);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.problem().path("scope").asString()).isEqualTo("channels:control");
    assertThat(key("api-keys:*", "channels:*").post("/v1/api-keys", NEW_KEY).status())
        .isEqualTo(201);
    assertThat(
            key("api-keys:write", "channels:read")
                .post("/v1/api-keys", "{\"name\":\"A\",\"scopes\":[\"*\"]}")
                .status())
        .isEqualTo(403);
  }

  @Test
  void hidesKeysOfOtherOrganizations() {
    String id = key("*").post("/v1/api-keys", NEW_KEY).json().path("id").asString();
    TestApi stranger = as(new Caller("org_other", "key_9", Set.of("*")));

    assertThat(stranger.get("/v1/api-keys/" + id).status()).isEqualTo(404);
    assertThat(stranger.delete("/v1/api-keys/" + id).status()).isEqualTo(404);
    assertThat(stranger.get("/v1/api-keys").json().path("data").isEmpty()).isTrue();
    assertThat(key("*").get("/v1/api-keys/key_nobodys").status()).isEqualTo(404);
  }

  @Test
  void listsNewestFirstInPages() {
    IntStream.range(0, 5).forEach(i -> key("*").post("/v1/api-keys", NEW_KEY));
    List<String> ids = new ArrayList<>();
    String path = "/v1/api-keys?limit=2";
    String cursor;
    do {
      var page = key("api-keys:read").get(path).json();
      page.path("data").forEach(one -> ids.add(one.path("id").asString()));
      cursor = page.path("next_cursor").asString(null);
      path = "/v1/api-keys?limit=2&cursor=" + cursor;
    } while (cursor != null);

    assertThat(ids)
        .hasSizeGreaterThanOrEqualTo(5)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void honoursIfMatch() {
    String path =
        "/v1/api-keys/" + key("*").post("/v1/api-keys", NEW_KEY).json().path("id").asString();
    assertThat(key("*").get(path).header("ETag")).contains("\"1\"");

    assertThat(key("*").with("If-Match", "\"2\"").delete(path).status()).isEqualTo(412);
    assertThat(key("*").with("If-Match", "\"1\"").delete(path).status()).isEqualTo(204);
  }

  @Test
  void repeatsAReplyByteForByte() {
    TestApi api = key("*").with("Idempotency-Key", "repeat-1");
    var first = api.post("/v1/api-keys", NEW_KEY);
    var second = api.post("/v1/api-keys", NEW_KEY);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(first.header("Idempotent-Replayed")).isEmpty();
    assertThat(second.header("Idempotent-Replayed")).contains("true");
    assertThat(api.post("/v1/api-keys", NEW_KEY.replace("Studio 2", "Studio 3")).code())
        .isEqualTo("idempotency_key_reused");
  }

  @Test
  void makesOneKeyOutOfManyEqualRequestsAtOnce() throws Exception {
    TestApi api = key("*").with("Idempotency-Key", "many");
    Callable<TestApi.Reply> create =
        () -> api.post("/v1/api-keys", NEW_KEY.replace("Studio 2", "Many"));
    var replies = new ArrayList<TestApi.Reply>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var reply : threads.invokeAll(IntStream.range(0, 50).mapToObj(i -> create).toList())) {
        replies.add(reply.get());
      }
    }

    assertThat(replies)
        .allMatch(reply -> reply.status() == 201 || reply.code().equals("idempotency_in_progress"));
    assertThat(
            replies.stream()
                .filter(reply -> reply.status() == 201)
                .map(TestApi.Reply::text)
                .distinct())
        .hasSize(1);
    assertThat(
            jdbc.sql("select count(*) from api_key where name = 'Many'").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void believesOnlyTheGatewaysTokensForThisService() {
    var caller = new Caller(organizationId, "key_1", Set.of("*"));
    assertThat(anybody().get("/v1/api-keys").status()).isEqualTo(401);
    assertThat(bearer("garbage").status()).isEqualTo(401);
    assertThat(bearer(TestTokens.create().sign("account-service", caller)).status())
        .as("another key")
        .isEqualTo(401);
    assertThat(bearer(TestTokens.shared().sign("channel-service", caller)).status())
        .as("another audience")
        .isEqualTo(401);
    assertThat(
            bearer(TestTokens.shared().sign("account-service", caller, Duration.ofMinutes(-5)))
                .status())
        .as("expired")
        .isEqualTo(401);
    assertThat(bearer(TestTokens.shared().sign("account-service", caller)).status()).isEqualTo(200);
  }

  private TestApi.Reply bearer(String token) {
    var reply = anybody().with("Authorization", "Bearer " + token).get("/v1/api-keys");
    if (reply.status() == 401) {
      assertThat(reply.code()).isEqualTo("unauthorized");
      assertThat(reply.header("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
    }
    return reply;
  }

  @Test
  void keepsItsInsideForTheGateway() {
    var reply = key("*").post("/internal/credentials/verify", "{\"credential\":\"x\"}");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.problem().path("scope").asString()).isEqualTo("internal");
  }

  @Test
  void describesItselfToEverybody() {
    var reply = anybody().get("/v3/api-docs");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("paths").propertyNames())
        .contains("/v1/whoami", "/v1/organizations/{id}", "/v1/api-keys", "/v1/api-keys/{id}")
        .noneMatch(path -> path.startsWith("/internal"));
    var create = reply.json().path("paths").path("/v1/api-keys").path("post");
    assertThat(create.path("x-scope").asString()).isEqualTo("api-keys:write");
    assertThat(create.path("parameters").path(0).path("name").asString())
        .isEqualTo("Idempotency-Key");
    assertThat(
            reply
                .json()
                .path("paths")
                .path("/v1/api-keys")
                .path("get")
                .path("parameters")
                .valueStream()
                .map(one -> one.path("name").asString()))
        .containsExactly("limit", "cursor", "metadata");
    var schemas = reply.json().path("components").path("schemas");
    assertThat(schemas.path("NewApiKey").path("properties").propertyNames()).contains("expires_at");
    assertThat(
            schemas
                .path("ApiKey")
                .path("properties")
                .path("status")
                .path("enum")
                .valueStream()
                .map(one -> one.asString()))
        .containsExactly("active", "expired", "revoked");
    assertThat(schemas.has("Problem")).isTrue();
    assertThat(schemas.has("Caller")).isFalse();
    assertThat(anybody().get("/actuator/health").status()).isEqualTo(200);
    assertThat(anybody().send("GET", "/actuator/env", BodyPublishers.noBody()).status())
        .isEqualTo(401);
  }

  @Test
  void getsANewSecretWhileTheOneBeforeWorksForTheOverlap() {
    var made = key("*").post("/v1/api-keys", NEW_KEY).json();
    String id = made.path("id").asString();
    String first = made.path("secret").asString();

    var rolled = key("*").post("/v1/api-keys/" + id + "/roll", "{\"overlap_seconds\":3600}");
    assertThat(rolled.status()).isEqualTo(200);
    assertThat(rolled.header("Cache-Control")).contains("no-store");
    String second = rolled.json().path("secret").asString();
    assertThat(rolled.json().path("id").asString()).isEqualTo(id);
    assertThat(second)
        .matches("onair_test_[0-9A-Za-z]{49}")
        .isNotEqualTo(first)
        .startsWith(rolled.json().path("hint").asString().replace("…", ""));
    assertThat(verify(first).json().path("subject").asString()).isEqualTo(id);
    assertThat(verify(second).json().path("scopes")).hasSize(2);

    clock.advance(Duration.ofMinutes(59));
    String third = roll(id, "{\"overlap_seconds\":0}");
    assertThat(verify(second).status()).as("no overlap").isEqualTo(404);
    assertThat(verify(first).status()).as("its own overlap").isEqualTo(200);
    clock.advance(Duration.ofMinutes(1));
    assertThat(verify(first).status()).isEqualTo(404);
    assertThat(verify(third).status()).isEqualTo(200);

    String fourth = roll(id, "{}");
    key("*").delete("/v1/api-keys/" + id);
    assertThat(verify(third).status()).as("revoked with all its secrets").isEqualTo(404);
    assertThat(verify(fourth).status()).isEqualTo(404);
    assertThat(key("*").post("/v1/api-keys/" + id + "/roll", "{}").text())
        .contains("wrong_status")
        .contains("\"current_status\":\"revoked\"");
  }

  @Test
  void getsNoNewSecretFromWhoMayDoLessThanTheKey() {
    String id = key("*").post("/v1/api-keys", NEW_KEY).json().path("id").asString();

    var refused = key("api-keys:write", "channels:read").post("/v1/api-keys/" + id + "/roll", "{}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.problem().path("scope").asString()).isEqualTo("channels:control");
    assertThat(refused.text()).doesNotContain("onair_test_");
    assertThat(
            as(new Caller("org_other", "key_9", Set.of("*")))
                .post("/v1/api-keys/" + id + "/roll", "{}")
                .status())
        .isEqualTo(404);
  }

  @Test
  void takesANewEndWithANewSecretAndSaysWhatIsWrong() {
    String id = key("*").post("/v1/api-keys", NEW_KEY).json().path("id").asString();
    String path = "/v1/api-keys/" + id + "/roll";
    Instant end = clock.instant().plus(Duration.ofHours(2));

    assertThat(
            key("*")
                .post(path, "{\"expires_at\":\"" + end + "\"}")
                .json()
                .path("expires_at")
                .asString())
        .isEqualTo(end.toString());
    assertThat(key("*").post(path, "{\"overlap_seconds\":604801}").violations())
        .hasSize(1)
        .allMatch(violation -> violation.startsWith("overlap_seconds "));
    assertThat(key("*").post(path, "{\"expires_at\":\"2020-01-01T00:00:00Z\"}").violations())
        .containsExactly("expires_at future");
    clock.advance(Duration.ofHours(2));
    assertThat(key("*").post(path, "{}").code()).as("expired").isEqualTo("wrong_status");
  }

  @Test
  void isRolledOnceByEqualRequests() {
    String id = key("*").post("/v1/api-keys", NEW_KEY).json().path("id").asString();
    TestApi api = key("*").with("Idempotency-Key", "roll-once");
    var first = api.post("/v1/api-keys/" + id + "/roll", "{}");
    var second = api.post("/v1/api-keys/" + id + "/roll", "{}");

    assertThat(second.bytes()).isEqualTo(first.bytes());
    assertThat(verify(first.json().path("secret").asString()).status()).isEqualTo(200);
    assertThat(key("*").get("/v1/api-keys/" + id).header("ETag")).contains("\"2\"");
  }

  @Test
  void isRenamedButMayNeverDoMore() {
    String path =
        "/v1/api-keys/" + key("*").post("/v1/api-keys", NEW_KEY).json().path("id").asString();

    var renamed =
        key("api-keys:write")
            .with("If-Match", "\"1\"")
            .patch(path, "{\"name\":\"Studio 3\",\"metadata\":{\"crew\":\"b\"}}");
    assertThat(renamed.json().path("name").asString()).isEqualTo("Studio 3");
    assertThat(renamed.header("ETag")).contains("\"2\"");
    assertThat(key("*").patch(path, "{\"scopes\":[\"*\"]}").violations())
        .containsExactly("scopes unknown_field");
    assertThat(key("*").with("If-Match", "\"1\"").patch(path, "{\"name\":\"X\"}").status())
        .isEqualTo(412);
  }

  /** What a key may do with each operation here, whatever else it may do. */
  @ParameterizedTest
  @CsvSource({
    "GET, /v1/api-keys, api-keys:read",
    "GET, /v1/api-keys/{key}, api-keys:read",
    "POST, /v1/api-keys, api-keys:write",
    "PATCH, /v1/api-keys/{key}, api-keys:write",
    "POST, /v1/api-keys/{key}/roll, api-keys:write",
    "DELETE, /v1/api-keys/{key}, api-keys:write",
    "GET, /v1/organizations/{organization}, organizations:read",
    "PATCH, /v1/organizations/{organization}, organizations:write",
    "POST, /v1/organizations, organizations:write",
    "GET, /v1/members, members:read",
    "GET, /v1/invitations, members:read",
    "POST, /v1/invitations, members:write"
  })
  void opensWhatItsScopeSaysAndNothingElse(String method, String template, String scope) {
    String id = key("*").post("/v1/api-keys", NEW_KEY).json().path("id").asString();
    String path = template.replace("{key}", id).replace("{organization}", organizationId);
    String resource = scope.substring(0, scope.indexOf(':'));
    String[] others =
        Scopes.all().stream()
            .filter(one -> !one.equals("*") && !one.equals(scope) && !one.equals(resource + ":*"))
            .toArray(String[]::new);

    var refused = send(key(others), method, path);
    assertThat(refused.status()).as("with every other scope").isEqualTo(403);
    assertThat(refused.problem().path("scope").asString()).isEqualTo(scope);
    for (String granting : List.of(scope, resource + ":*", "*")) {
      assertThat(send(key(granting), method, path).status())
          .as("with " + granting)
          .isNotIn(401, 403, 404);
    }
  }

  private static TestApi.Reply send(TestApi caller, String method, String path) {
    return method.equals("GET")
        ? caller.get(path)
        : caller
            .with("Content-Type", "application/json")
            .send(method, path, BodyPublishers.ofString("{\"colour\":1}"));
  }

  private String roll(String id, String how) {
    return key("*").post("/v1/api-keys/" + id + "/roll", how).json().path("secret").asString();
  }

  private TestApi.Reply verify(String secret) {
    return gateway().post("/internal/credentials/verify", "{\"credential\":\"" + secret + "\"}");
  }
}
