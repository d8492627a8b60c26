package onair.test.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import onair.test.TestApi;
import onair.test.TestApi.Reply;

/** The cells of {@link AccessMatrix}: an operation, asked by one of those who ask. */
final class AccessCells {

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

  private final DescribedApi api;
  private final Askers askers;
  private final Map<String, TestApi> unknown;
  private final KnownResources known;
  private final Queue<String> wrong;
  private final Versions versions = new Versions();

  AccessCells(DescribedApi api, Askers askers, KnownResources known, Queue<String> wrong) {
    this.api = api;
    this.askers = askers;
    this.unknown = askers.unknown();
    this.known = known;
    this.wrong = wrong;
  }

  /** Without a good credential, or made to ask by another site. */
  void tryRefusals(DescribedOperation operation, Sent request) {
    unknown.forEach((who, client) -> expect(401, who, operation, request, client));
    tryAcrossSites(operation, request);
  }

  void tryAcrossSites(DescribedOperation operation, Sent request) {
    if (!operation.isSafe()) {
      askers
          .acrossSites()
          .ifPresent(client -> expect(403, "another site", operation, request, client));
    }
  }

  /**
   * Every role, and a key with every scope but the right one.
   *
   * @param works whether who may is seen to be able to
   */
  void tryRoles(DescribedOperation operation, Sent request, boolean works) {
    ROLES.forEach(
        (role, scopes) ->
            tryScopes(role, scopes, operation, request, askers.member(role, scopes), works));
    Set<String> others = otherScopes(operation);
    String who = "a key with every other scope";
    if (operation.isForSessionsOnly()) {
      expect(401, who, operation, request, askers.key(others));
    } else {
      tryScopes(who, others, operation, request, askers.key(others), works);
    }
  }

  private void tryScopes(
      String who,
      Set<String> scopes,
      DescribedOperation operation,
      Sent request,
      TestApi client,
      boolean works) {
    if (operation.isAnyCallers() || operation.scopes().stream().anyMatch(one -> has(scopes, one))) {
      if (works || !operation.isSafe()) {
        tryAllowed(who, operation, request, client);
      }
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
    if (operation.isSafe()) {
      mustWork(who + ", who may,", operation, request, client);
    } else {
      expect(422, who + ", who may,", operation, rehearsal(request), client);
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

  void tryStranger(DescribedOperation operation, Sent request) {
    TestApi client = askers.stranger();
    if (operation.isStream()) {
      return;
    }
    if (operation.path().contains("{")) {
      expect(404, "another organization", operation, request, client);
    } else if (operation.isSafe() && !operation.isForSessionsOnly()) {
      Reply reply = request.to(client);
      if (known.ids().stream().anyMatch(reply.text()::contains)) {
        wrong.add(operation + " shows another organization: " + reply.text());
      }
    } else if (known.ids().stream().anyMatch(new String(request.body(), UTF_8)::contains)) {
      Reply reply = request.to(client);
      if (reply.status() < 400) {
        wrong.add(operation + " takes what is another organization's: " + request);
      }
    }
  }

  /** Works for the owner; where it takes a version, for the current one only. */
  void tryOwner(DescribedOperation operation, Sent request, TestApi client) {
    if (!operation.takes("header", "If-Match")) {
      mustWork("the owner", operation, request, client);
      return;
    }
    String current = versions.read(request, client);
    if (current.isEmpty()) {
      wrong.add(operation + " takes If-Match, and its resource tells no ETag");
    }
    for (String other : versions.others(current)) {
      expect(412, "the owner of " + other, operation, versions.of(request, other), client);
    }
    Reply reply = versions.change(request, current, client);
    check("the owner", operation, request, reply, reply.status() < 300, "2xx");
  }

  void mustWork(String who, DescribedOperation operation, Sent request, TestApi client) {
    if (operation.isStream()) {
      int status = client.begin(request.path());
      if (status != 200) {
        wrong.add("%s by %s: %d and not a stream".formatted(operation, who, status));
      }
      return;
    }
    Reply reply = request.to(client);
    check(who, operation, request, reply, reply.status() < 300, "2xx");
  }

  private Reply expect(
      int status, String who, DescribedOperation operation, Sent request, TestApi client) {
    Reply reply = request.to(client);
    check(who, operation, request, reply, reply.status() == status, Integer.toString(status));
    return reply;
  }

  private void check(
      String who,
      DescribedOperation operation,
      Sent request,
      Reply reply,
      boolean right,
      String wanted) {
    if (!right) {
      wrong.add(
          "%s by %s: %d and not %s %s%n    %s"
              .formatted(operation, who, reply.status(), wanted, reply.text(), request));
    }
    for (String fault : ReplyRules.broken(operation, reply)) {
      wrong.add("%s by %s: %s %s".formatted(operation, who, fault, reply.text()));
    }
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
