package onair.account.apikey;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import onair.account.permission.Scopes;
import onair.common.paging.MetadataFilter;
import onair.common.paging.Page;
import onair.common.paging.PageRequest;
import onair.common.problem.Problem;
import onair.common.problem.Problems;
import onair.common.security.Caller;
import onair.common.time.Times;
import onair.common.version.IfMatch;
import onair.common.version.Tagged;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** What can be done with keys. */
public final class ApiKeys {

  private final ApiKeyStore store;
  private final TransactionOperations transactions;
  private final ApiKeySecret.Environment environment;
  private final InstantSource clock;

  ApiKeys(
      ApiKeyStore store,
      TransactionOperations transactions,
      ApiKeySecret.Environment environment,
      InstantSource clock) {
    this.store = store;
    this.transactions = transactions;
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
    Instant now = Times.now(clock);
    return inTransaction(
        () ->
            ApiKeyResponse.withSecret(
                store.create(caller.organizationId(), wanted, secret, now), secret, now));
  }

  /**
   * Makes sure the given key exists, with all scopes. A key of this secret that was revoked stays
   * revoked, and a secret that was rolled stays out of use.
   *
   * @throws IllegalArgumentException when the text is not the form of a key of this environment
   */
  public void ensure(String organizationId, String name, String secretText) {
    if (!ApiKeySecret.isWellFormed(secretText)) {
      throw new IllegalArgumentException(
          "An API key is onair_test_ or onair_live_, 43 characters of base 62 and six that check them");
    }
    if (!environment.has(secretText)) {
      throw new IllegalArgumentException(
          "The API key is not of this environment: onair.account.api-key.environment is "
              + environment.word());
    }
    var secret = new ApiKeySecret(secretText);
    if (!store.isKnown(secret)) {
      var wanted = new ApiKeyRequest(name, List.of("*"), null, Map.of());
      inTransaction(() -> store.create(organizationId, wanted, secret, Times.now(clock)));
    }
  }

  Page<ApiKeyResponse> list(Caller caller, MetadataFilter metadata, PageRequest page) {
    Instant now = clock.instant();
    return Page.of(
        store.list(caller.organizationId(), metadata, page),
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
   * @throws Problem 404, 412
   */
  ApiKey update(Caller caller, String id, IfMatch ifMatch, ApiKeyPatch patch) {
    return inTransaction(
        () -> {
          ApiKey key = lock(caller, id);
          ifMatch.require(key.version());
          return store.update(
              key,
              patch.name().or(key.name()),
              patch.metadata().or(key.metadata()),
              Times.now(clock));
        });
  }

  /**
   * A new secret for the key; the one it had stays good for the overlap.
   *
   * @throws Problem 404, 403 for a scope of the key that the caller does not have, 409 {@code
   *     wrong_status} for a key that has ended, 422 for an end in the past
   */
  Tagged<ApiKeyResponse> roll(Caller caller, String id, RollRequest wanted) {
    return inTransaction(
        () -> {
          Instant now = Times.now(clock);
          ApiKey key = lock(caller, id);
          Scopes.requireAll(caller, key.scopes());
          if (key.status(now) != ApiKey.Status.ACTIVE) {
            throw Problem.of(409, "wrong_status", "The API key has ended")
                .detail("Make a new one.")
                .with("current_status", key.status(now).name().toLowerCase(Locale.ROOT))
                .with("allowed_from", List.of("active"));
          }
          Instant expiresAt = wanted.expiresAt() == null ? key.expiresAt() : wanted.expiresAt();
          Problem problem = Problems.validationFailed();
          requireFuture(problem, expiresAt);
          if (!problem.violations().isEmpty()) {
            throw problem;
          }
          ApiKeySecret secret = ApiKeySecret.generate(environment);
          ApiKey rolled = store.roll(key, secret, now.plus(wanted.overlap()), expiresAt, now);
          return Tagged.found(rolled.version(), ApiKeyResponse.withSecret(rolled, secret, now));
        });
  }

  /**
   * Ends the key, and all its secrets, at once here; the gateway may believe it for its cache's few
   * seconds more. Doing so twice is fine.
   */
  void revoke(Caller caller, String id, IfMatch ifMatch) {
    transactions.executeWithoutResult(
        status -> {
          ApiKey key = lock(caller, id);
          ifMatch.require(key.version());
          if (key.revokedAt() == null) {
            store.revoke(key, Times.now(clock));
          }
        });
  }

  private ApiKey lock(Caller caller, String id) {
    return store
        .lock(caller.organizationId(), id)
        .orElseThrow(() -> Problems.notFound("API key", id));
  }

  /**
   * The key of this secret when it is good now; its use is noted. What is mistyped or of the other
   * environment is refused without asking the database.
   */
  Optional<ApiKey> verify(String secretText) {
    if (!ApiKeySecret.isWellFormed(secretText) || !environment.has(secretText)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<ApiKey> good =
        store
            .findBySecret(new ApiKeySecret(secretText), now)
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
    requireFuture(problem, wanted.expiresAt());
    if (!problem.violations().isEmpty()) {
      throw problem;
    }
    Scopes.requireAll(caller, scopes);
  }

  private void requireFuture(Problem problem, @Nullable Instant expiresAt) {
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      problem.violation("expires_at", "future", "must be in the future");
    }
  }

  private <T> T inTransaction(Supplier<T> command) {
    return Objects.requireNonNull(transactions.execute(status -> command.get()));
  }
}
