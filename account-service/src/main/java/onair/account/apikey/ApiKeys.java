package onair.account.apikey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import onair.account.permission.Scopes;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.web.ETags;
import org.jspecify.annotations.Nullable;

/** What can be done with keys. */
public final class ApiKeys {

  private final ApiKeyStore store;
  private final ApiKeySecret.Environment environment;
  private final InstantSource clock;

  ApiKeys(ApiKeyStore store, ApiKeySecret.Environment environment, InstantSource clock) {
    this.store = store;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * A new key and its secret, which is not kept.
   *
   * @throws Problem 422 for an unknown scope or an end in the past, 403 for a scope the caller does
   *     not have
   */
  ApiKeyResponse create(Caller caller, ApiKeyRequest wanted) {
    check(caller, wanted);
    ApiKeySecret secret = ApiKeySecret.generate(environment);
    Instant now = clock.instant();
    return ApiKeyResponse.withSecret(
        store.create(caller.organizationId(), wanted, secret, now), secret, now);
  }

  /**
   * Makes sure the given key exists, with all scopes. A key of this secret that was revoked stays
   * revoked.
   *
   * @throws IllegalArgumentException when the text is not the form of a key
   */
  public void ensure(String organizationId, String name, String secretText) {
    if (!ApiKeySecret.isWellFormed(secretText)) {
      throw new IllegalArgumentException(
          "An API key is onair_test_ or onair_live_, 43 characters of base 62 and six that check them");
    }
    var secret = new ApiKeySecret(secretText);
    if (store.findBySecret(secret).isEmpty()) {
      store.create(
          organizationId,
          new ApiKeyRequest(name, List.of("*"), null, Map.of()),
          secret,
          clock.instant());
    }
  }

  Page<ApiKeyResponse> list(Caller caller, PageRequest page) {
    Instant now = clock.instant();
    return Page.of(
        store.list(caller.organizationId(), page),
        page,
        ApiKey::id,
        key -> ApiKeyResponse.of(key, now));
  }

  ApiKey get(Caller caller, String id) {
    return store
        .find(caller.organizationId(), id)
        .orElseThrow(() -> Problems.notFound("API key", id));
  }

  ApiKeyResponse describe(ApiKey key) {
    return ApiKeyResponse.of(key, clock.instant());
  }

  /**
   * Ends the key at once here; the gateway may believe it for its cache's few seconds more. Doing
   * so twice is fine.
   */
  void revoke(Caller caller, String id, @Nullable String ifMatch) {
    ApiKey key = get(caller, id);
    ETags.require(ifMatch, key.version());
    if (key.revokedAt() == null && store.revoke(key, clock.instant()).isEmpty()) {
      revoke(caller, id, ifMatch);
    }
  }

  /** The key of this secret when it is good now; its use is noted. */
  Optional<ApiKey> verify(String secretText) {
    if (!ApiKeySecret.isWellFormed(secretText)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<ApiKey> good =
        store
            .findBySecret(new ApiKeySecret(secretText))
            .filter(key -> key.status(now) == ApiKey.Status.ACTIVE);
    good.ifPresent(key -> store.noteUse(key, now));
    return good;
  }

  private void check(Caller caller, ApiKeyRequest wanted) {
    Problem problem = Problems.validationFailed();
    List<String> scopes = wanted.scopes();
    scopes.stream()
        .filter(scope -> !Scopes.all().contains(scope))
        .forEach(
            scope ->
                problem.violation(
                    "scopes", "unknown_value", "must be of: " + String.join(", ", Scopes.all())));
    if (wanted.expiresAt() != null && !wanted.expiresAt().isAfter(clock.instant())) {
      problem.violation("expires_at", "future", "must be in the future");
    }
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    Scopes.requireAll(caller, scopes);
  }
}
