package onair.test.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import onair.common.security.Caller;
import onair.test.TestApi;
import onair.test.TestApi.Reply;
import onair.test.TestTokens;

/**
 * Who may do what: every described operation, asked by everybody. The owner's request works (2xx),
 * which shows that it was the caller and nothing else that the others were refused for: without a
 * good token 401, without the scope 403 that names it, from another organization 404. An operation
 * that lacks what it needs for that, a resource or a body, fails.
 */
public final class AccessMatrix {

  /** What members may do, by role, as it is promised to customers. */
  private static final Map<String, Set<String>> ROLES =
      Map.of(
          "operator",
          Set.of(
              "channels:*",
              "assets:*",
              "ads:*",
              "delivery:*",
              "webhooks:*",
              "events:*",
              "usage:*",
              "ops:*",
              "organizations:read",
              "members:read",
              "api-keys:read"),
          "streamer",
          Set.of("channels:read", "channels:write", "channels:control", "assets:*", "events:read"),
          "partner",
          Set.of("channels:read", "assets:read", "ads:*", "delivery:read", "usage:read"),
          "viewer",
          Set.of("channels:read", "assets:read", "ads:read", "delivery:read", "usage:read"));

  private static final Duration EXPIRED = Duration.ofMinutes(-5);

  private final DescribedApi api;
  private final Function<Caller, TestApi> as;
  private final Caller owner;
  private final KnownResources known;
  private final Map<String, TestApi> refused = new LinkedHashMap<>();
  private final AccessRequests requests;
  private final Set<String> outOfReach = new HashSet<>();
  private final List<String> wrong = new ArrayList<>();

  private AccessMatrix(String service, TestApi anonymous, Caller owner) {
    this.api = DescribedApi.of(anonymous);
    this.as = caller -> anonymous.as(service, caller);
    this.owner = owner;
    this.known = new KnownResources(api);
    this.requests = new AccessRequests(api, known);
    refused.put("nobody", anonymous);
    refuse("an expired token", anonymous, TestTokens.shared().sign(service, owner, EXPIRED));
    refuse("a stranger's token", anonymous, TestTokens.create().sign(service, owner));
    refuse("a token for elsewhere", anonymous, TestTokens.shared().sign("elsewhere", owner));
  }

  private void refuse(String who, TestApi anonymous, String token) {
    refused.put(who, anonymous.with("Authorization", "Bearer " + token));
  }

  /**
   * The matrix of a service.
   *
   * @param service {@code spring.application.name}
   * @param anonymous a client without a token
   * @param owner who may do everything
   */
  public static AccessMatrix of(String service, TestApi anonymous, Caller owner) {
    return new AccessMatrix(service, anonymous, owner);
  }

  /**
   * How to get a resource of the owner's; asked anew for each operation on it.
   *
   * @param template {@code /v1/channels/{}}
   * @param path {@code /v1/channels/ch_…}
   */
  public AccessMatrix resource(String template, Supplier<String> path) {
    requests.resource(template, path);
    return this;
  }

  /** A resource in the state one operation needs. */
  public AccessMatrix resourceFor(String operationId, Supplier<String> path) {
    requests.resourceFor(operationId, path);
    return this;
  }

  /** What to send instead of the documented example. */
  public AccessMatrix body(String operationId, Supplier<String> json) {
    requests.body(operationId, json);
    return this;
  }

  /**
   * Operations that need more than requests before they work; all others are tried on them, too.
   */
  public AccessMatrix outOfReach(String... operationIds) {
    outOfReach.addAll(List.of(operationIds));
    return this;
  }

  /** Asks all of it; fails the test with every cell that is wrong. */
  public void mustHold() {
    for (DescribedOperation operation : api.operations()) {
      if (!operation.isAnyCallers() && operation.scopes().isEmpty()) {
        wrong.add(operation + " does not say who may call it");
        continue;
      }
      try {
        tryAll(operation, requests.of(operation));
      } catch (AccessRequests.Missing missing) {
        wrong.add(operation + " " + missing.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      throw new AssertionError(wrong.size() + " cells are wrong:\n" + String.join("\n", wrong));
    }
  }

  private void tryAll(DescribedOperation operation, Sent request) {
    refused.forEach((who, client) -> expect(401, who, operation, request, client));
    ROLES.forEach((role, scopes) -> tryScopes(role, scopes, operation, request));
    tryScopes("a key with every other scope", otherScopes(operation), operation, request);
    tryStranger(operation, request);
    if (!operation.isStream() && !outOfReach.contains(operation.id())) {
      Reply reply = request.to(as.apply(owner));
      if (reply.status() >= 300) {
        wrong.add(
            "%s by the owner: %d %s%n    %s"
                .formatted(operation, reply.status(), reply.text(), request));
      }
    }
  }

  private void tryScopes(
      String who, Set<String> scopes, DescribedOperation operation, Sent request) {
    TestApi client = as.apply(new Caller(owner.organizationId(), owner.subject(), scopes));
    if (operation.isAnyCallers() || operation.scopes().stream().anyMatch(one -> has(scopes, one))) {
      tryAllowed(who, operation, request, client);
      return;
    }
    Reply reply = expect(403, who, operation, request, client);
    if (!operation.isSafe()) {
      expect(403, who + ", rehearsing", operation, rehearsal(request), client);
    }
    if (reply.status() == 403
        && !operation.scopes().contains(reply.problem().path("scope").asString())) {
      wrong.add(operation + " by " + who + ": 403 does not name the scope: " + reply.text());
    }
  }

  /** That somebody may is seen without doing it where it would change something. */
  private void tryAllowed(String who, DescribedOperation operation, Sent request, TestApi client) {
    if (operation.isStream()) {
      return;
    }
    Sent harmless = operation.isSafe() ? request : rehearsal(request);
    int status = harmless.to(client).status();
    boolean fine = operation.isSafe() ? status < 300 || isOutOfReach(operation) : status == 422;
    if (!fine) {
      wrong.add("%s by %s, who may: %d".formatted(operation, who, status));
    }
  }

  /** Refused after the scope was checked, and before anything is done. */
  private static Sent rehearsal(Sent request) {
    return new Sent(
        request.method(),
        request.path() + "?dry_run=nonsense",
        request.headers(),
        request.body(),
        false);
  }

  private boolean isOutOfReach(DescribedOperation operation) {
    return outOfReach.contains(operation.id());
  }

  private void tryStranger(DescribedOperation operation, Sent request) {
    TestApi client = as.apply(new Caller("org_stranger", "key_stranger", Set.of("*")));
    if (operation.path().contains("{")) {
      if (operation.isStream()) {
        return;
      }
      expect(404, "another organization", operation, request, client);
    } else if (operation.isSafe() && !operation.isStream()) {
      Reply reply = request.to(client);
      if (known.ids().anyMatch(id -> reply.text().contains(id))) {
        wrong.add(operation + " shows another organization: " + reply.text());
      }
    } else if (known.ids().anyMatch(id -> new String(request.body(), UTF_8).contains(id))) {
      Reply reply = request.to(client);
      if (reply.status() < 400) {
        wrong.add(operation + " takes what is another organization's: " + request);
      }
    }
  }

  private Reply expect(
      int status, String who, DescribedOperation operation, Sent request, TestApi client) {
    Reply reply = request.to(client);
    if (reply.status() != status) {
      wrong.add(
          "%s by %s: %d and not %d %s%n    %s"
              .formatted(operation, who, reply.status(), status, reply.text(), request));
    }
    return reply;
  }

  private Set<String> otherScopes(DescribedOperation operation) {
    var all = new HashSet<String>();
    api.operations().forEach(one -> all.addAll(one.scopes()));
    all.removeAll(operation.scopes());
    return all;
  }

  private static boolean has(Set<String> scopes, String wanted) {
    return scopes.contains(wanted)
        || scopes.contains(wanted.substring(0, wanted.indexOf(':')) + ":*");
  }
}
