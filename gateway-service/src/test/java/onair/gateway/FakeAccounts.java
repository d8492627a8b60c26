package onair.gateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What account-service does for the gateway, with credentials the test hands out and takes back.
 */
public final class FakeAccounts {
  public static final String KEY = "onair_live_goodgoodgoodgood";
  public static final String EMAIL = "owner@example.com";
  public static final String PASSWORD = "correct horse";
  public static final String SESSION = "session-secret-0123456789";

  private static final String OWNER =
      """
      {"organization_id":"org_1","subject":"%s","scopes":["channels:read","channels:write"],
       "session_id":"ses_1","email":"owner@example.com","organization_name":"Night Owls",
       "expires_at":"2099-01-01T00:00:00Z"}
      """;

  private final JsonMapper json = JsonMapper.builder().build();
  private final FakeService service;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private volatile boolean leasing = true;
  private final Map<String, Integer> quotas = new ConcurrentHashMap<>();
  private final Map<String, Integer> permits = new ConcurrentHashMap<>();

  FakeAccounts(FakeService service) {
    this.service = service;
  }

  /** As new: one key, one person who can sign in, nobody signed in. */
  public void reset() {
    service.reset();
    known.clear();
    permits.clear();
    leasing = true;
    known.put(KEY, OWNER.formatted("key_1"));
    service.answers(this::answer);
  }

  public void revoke(String credential) {
    known.remove(credential);
  }

  /** Hands out another key. */
  public String newKey(String name) {
    String key = "onair_live_" + name + "_0123456789";
    known.put(key, OWNER.formatted("key_" + name));
    return key;
  }

  /** Somebody is signed in with this cookie value. */
  public String newSession(String name) {
    String session = "session-" + name + "-0123456789";
    known.put(session, OWNER.formatted("mem_" + name));
    return session;
  }

  /**
   * So many permits a minute for this key, organization or address, each leased when it is asked
   * for.
   */
  public void allow(String id, int quota) {
    quotas.put(id, quota);
    permits.put(id, quota);
  }

  /** Nobody is told anything about permits any more. */
  public void stopLeasing() {
    leasing = false;
  }

  public long verifications() {
    return service.asked().stream().filter(asked -> asked.uri().endsWith("/verify")).count();
  }

  /** As account-service would. */
  Publisher<Void> answer(FakeService.Asked asked, HttpServerResponse answer) {
    if (!asked.uri().startsWith("/internal/")) {
      return FakeService.json(answer, 200, "{\"object\":\"account\"}");
    }
    JsonNode body = json.readTree(asked.body());
    return switch (asked.uri()) {
      case "/internal/limits/lease" -> lease(answer, body);
      case "/internal/credentials/verify" -> verify(answer, body.path("credential").asString());
      case "/internal/sessions/verify" -> verify(answer, body.path("session").asString());
      case "/internal/sessions" -> signIn(answer, body);
      case "/internal/sessions/end" -> {
        known.remove(body.path("session").asString());
        yield answer.status(204).send();
      }
      default -> FakeService.json(answer, 500, "{}");
    };
  }

  private Publisher<Void> lease(HttpServerResponse answer, JsonNode body) {
    String id = body.path("id").asString();
    int waiting = body.path("waiting").asInt();
    if (!leasing) {
      return Mono.never();
    }
    if (!permits.containsKey(id)) {
      return FakeService.json(answer, 200, granted(waiting, 0, 0));
    }
    int quota = quotas.getOrDefault(id, 0);
    int left = Math.max(0, permits.get(id) - waiting);
    int given = permits.get(id) - left;
    permits.put(id, left);
    return FakeService.json(answer, 200, granted(given, left, quota));
  }

  private static String granted(int granted, int remaining, int quota) {
    return """
    {"granted":%d,"remaining":%d,"quota":%d,"window_seconds":60,"retry_after_ms":%d}
    """
        .formatted(granted, remaining, quota, granted == 0 ? 1500 : 0);
  }

  private Publisher<Void> verify(HttpServerResponse answer, String credential) {
    String owner = known.get(credential);
    return owner == null
        ? FakeService.json(answer, 404, "{\"code\":\"not_found\"}")
        : FakeService.json(answer, 200, owner);
  }

  private Publisher<Void> signIn(HttpServerResponse answer, JsonNode body) {
    if (!body.path("email").asString().equals(EMAIL)
        || !body.path("password").asString().equals(PASSWORD)) {
      return FakeService.json(answer, 401, "{\"code\":\"wrong\"}");
    }
    known.put(SESSION, OWNER.formatted("mem_1"));
    return FakeService.json(
        answer, 201, "{\"session\":\"" + SESSION + "\",\"expires_at\":\"2099-01-01T00:00:00Z\"}");
  }
}
