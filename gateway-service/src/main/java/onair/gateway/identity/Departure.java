package onair.gateway.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;

/**
 * Somebody leaves for a provider to sign in there.
 *
 * @param location the provider's page
 * @param browser what the browser must bring back in a cookie
 */
record Departure(URI location, String browser, @JsonProperty("expires_at") Instant expiresAt) {

  @Override
  public String toString() {
    return "Departure[…]";
  }
}
