package onair.gateway.identity;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Optional;
import onair.common.security.Caller;
import reactor.core.publisher.Mono;

/**
 * Remembers for a few seconds who a credential stands for. Requests that come while it is being
 * asked share the one answer; a failure to ask is not remembered.
 */
final class Identities {
  private static final int ENOUGH = 20_000;

  private final Accounts accounts;
  private final AsyncCache<String, Optional<Caller>> callers;

  Identities(Accounts accounts, IdentityProperties properties, Ticker ticker) {
    this.accounts = accounts;
    this.callers =
        Caffeine.newBuilder()
            .maximumSize(ENOUGH)
            .ticker(ticker)
            .executor(Runnable::run)
            .expireAfter(
                Expiry.<String, Optional<Caller>>creating(
                    (credential, caller) ->
                        caller.isPresent() ? properties.knownFor() : properties.unknownFor()))
            .buildAsync();
  }

  /** Who the credential stands for; empty when it is not valid. */
  Mono<Optional<Caller>> of(Credential credential) {
    return Mono.fromFuture(
        () ->
            callers.get(
                credential.fingerprint(),
                (fingerprint, executor) -> accounts.verify(credential).toFuture()),
        true);
  }

  /** Asks again the next time. */
  void forget(Credential credential) {
    callers.synchronous().invalidate(credential.fingerprint());
  }
}
