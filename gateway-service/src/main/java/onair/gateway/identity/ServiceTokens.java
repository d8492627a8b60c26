package onair.gateway.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import onair.common.security.Caller;
import onair.gateway.route.Service;

/**
 * Internal tokens, signed once per caller and service and used again for half their life, so that
 * one reaches a service with at least half of it left.
 */
public final class ServiceTokens {
  private static final int ENOUGH = 10_000;

  private final LoadingCache<Key, String> signed;

  ServiceTokens(SigningKey signing, Duration life, Ticker ticker) {
    this.signed =
        Caffeine.newBuilder()
            .maximumSize(ENOUGH)
            .expireAfterWrite(life.dividedBy(2))
            .ticker(ticker)
            .build(key -> signing.tokens().sign(key.service().audience(), key.caller(), life));
  }

  /** A token in compact form for one service, made for this caller. */
  public String tokenFor(Service service, Caller caller) {
    return signed.get(new Key(service, caller));
  }

  private record Key(Service service, Caller caller) {}
}
