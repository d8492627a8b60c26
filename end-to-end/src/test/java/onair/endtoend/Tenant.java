package onair.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organization of a test's own on the platform, with people who signed in and with keys. */
final class Tenant {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PASSWORD = "a password for tests";
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String CSRF = "X-OnAir-Csrf";

  private final TestApi nobody;
  private final String id;
  private final Person owner;
  private final Map<Set<String>, String> keys = new ConcurrentHashMap<>();
  private final Map<String, Person> members = new ConcurrentHashMap<>();

  /**
   * Somebody with a password.
   *
   * @param session the value of the cookie
   */
  record Person(String id, String email, String password, String session) {}

  private Tenant(TestApi nobody, String id, Person owner) {
    this.nobody = nobody;
    this.id = id;
    this.owner = owner;
  }

  /** Founded by the organization the installation began with, and owned by who was invited. */
  static Tenant found(OnAir onAir) {
    TestApi nobody = nobody(onAir);
    JsonNode made =
        json(
            installation(onAir)
                .post(
                    "/v1/organizations",
                    text(Map.of("name", "Night Owls", "owner_email", newEmail()))));
    String token = made.path("owner_invitation").path("token").asString();
    return new Tenant(nobody, made.path("id").asString(), accept(nobody, token));
  }

  /** The owner of the organization that the installation began with. */
  static TestApi installation(OnAir onAir) {
    TestApi nobody = nobody(onAir);
    var first = onAir.owner();
    return browser(nobody, signIn(nobody, first.email(), first.password()));
  }

  private static TestApi nobody(OnAir onAir) {
    return TestApi.at(URI.create(onAir.env("ONAIR_URL")).getPort()).patient().with(CSRF, "1");
  }

  /** A browser in which nobody has signed in. */
  TestApi nobody() {
    return nobody;
  }

  String id() {
    return id;
  }

  TestApi owner() {
    return browser(owner.session());
  }

  /** Who signs in as the owner. */
  Person founder() {
    return owner;
  }

  /** A member of that role who is not asked to do anything but what a test has it do. */
  Person newMember(String role) {
    return accept(nobody, invitation(role));
  }

  /** The one member of a role, in the browser. */
  TestApi member(String role) {
    return browser(members.computeIfAbsent(role, this::newMember).session());
  }

  /** The token of a new invitation. */
  String invitation(String role) {
    String body = text(Map.of("email", newEmail(), "role", role));
    return json(owner().post("/v1/invitations", body)).path("token").asString();
  }

  /** The key of these scopes. */
  TestApi key(Set<String> scopes) {
    return bearer(
        keys.computeIfAbsent(scopes, these -> newKey(Map.of("scopes", new TreeSet<>(these)))));
  }

  /** All of the API, with a key. */
  TestApi key() {
    return key(Set.of("*"));
  }

  String secret() {
    key();
    return keys.get(Set.of("*"));
  }

  /** A key that works no more. */
  TestApi revokedKey() {
    JsonNode made = newKey("revoked", Map.of("scopes", Set.of("*")));
    TestApi key = bearer(made.path("secret").asString());
    assertThat(key.get("/v1/whoami").status()).isEqualTo(200);
    assertThat(owner().delete("/v1/api-keys/" + made.path("id").asString()).status())
        .isEqualTo(204);
    return key;
  }

  /** A key that works until then. */
  TestApi keyUntil(Instant end) {
    return bearer(newKey(Map.of("scopes", Set.of("*"), "expires_at", end.toString())));
  }

  /** A browser in which the owner has signed out again. */
  TestApi endedSession() {
    TestApi browser = browser(signIn());
    assertThat(browser.delete("/session").status()).isEqualTo(204);
    return browser;
  }

  /** A new session of the owner's. */
  String signIn() {
    return signIn(nobody, owner.email(), owner.password());
  }

  /** What the owner signs in with. */
  String credentials() {
    return text(Map.of("email", owner.email(), "password", owner.password()));
  }

  TestApi browser(String session) {
    return browser(nobody, session);
  }

  /** The owner's browser on a page of somebody else's, which cannot send our header. */
  TestApi acrossSites() {
    return nobody.with(CSRF, "0").with("Cookie", "onair_session=" + owner.session());
  }

  TestApi bearer(String key) {
    return nobody.with("Authorization", "Bearer " + key);
  }

  /** What the owner makes by a POST. */
  JsonNode made(String path, Map<String, ?> body) {
    return json(
        owner().with("Idempotency-Key", UUID.randomUUID().toString()).post(path, text(body)));
  }

  /** The path of what the owner makes in a collection. */
  String in(String collection, Map<String, ?> body) {
    String id = made(collection, body).path("id").asString();
    assertThat(id).isNotEmpty();
    return collection + "/" + id;
  }

  /** The path of the first in a collection, as soon as there is one. */
  String first(String collection) {
    return collection
        + "/"
        + await()
            .atMost(PATIENCE)
            .pollInterval(Duration.ofMillis(200))
            .until(
                () -> json(owner().get(collection)).at("/data/0/id").asString(""),
                id -> !id.isEmpty());
  }

  /** One more browser of the owner's. */
  String newSession() {
    return sessionOf("/v1/members/me/sessions", browser(signIn()));
  }

  /** A session of somebody else. */
  String memberSession() {
    return sessionOf("/v1/members/" + newMember("viewer").id() + "/sessions", owner());
  }

  private static String sessionOf(String sessions, TestApi client) {
    JsonNode newest = json(client.get(sessions)).path("data").path(0);
    return sessions + "/" + newest.path("id").asString();
  }

  static JsonNode json(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isBetween(200, 299);
    return reply.json();
  }

  static String text(Object body) {
    return JSON.writeValueAsString(body);
  }

  static String newEmail() {
    return "somebody-" + UUID.randomUUID() + "@example.com";
  }

  private String newKey(Map<String, ?> wanted) {
    return newKey("for tests", wanted).path("secret").asString();
  }

  private JsonNode newKey(String name, Map<String, ?> wanted) {
    var body = new java.util.TreeMap<String, Object>(wanted);
    body.put("name", name);
    return made("/v1/api-keys", body);
  }

  private static Person accept(TestApi nobody, String token) {
    Reply reply =
        nobody.post("/session/invitation", text(Map.of("token", token, "password", PASSWORD)));
    JsonNode who = json(reply);
    return new Person(
        who.path("subject").asString(), who.path("email").asString(), PASSWORD, cookie(reply));
  }

  private static String signIn(TestApi nobody, String email, String password) {
    Reply reply = nobody.post("/session", text(Map.of("email", email, "password", password)));
    json(reply);
    return cookie(reply);
  }

  private static TestApi browser(TestApi nobody, String session) {
    return nobody.with("Cookie", "onair_session=" + session);
  }

  private static String cookie(Reply reply) {
    String cookie = reply.header("Set-Cookie").orElseThrow();
    return cookie.substring("onair_session=".length(), cookie.indexOf(';'));
  }
}
