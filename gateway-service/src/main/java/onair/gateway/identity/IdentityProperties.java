package onair.gateway.identity;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the gateway believes what account-service said. A revoked key must be refused within
 * five seconds, so {@code checkTimeout + knownFor} may not be more.
 *
 * @param knownFor how long a good key or session is believed without asking again
 * @param unknownFor how long a bad one is refused without asking again
 * @param checkTimeout how long account-service may take to answer
 * @param signInTimeout how long it may take to check a password
 * @param tokenLife how long an internal token is valid
 */
@Validated
@ConfigurationProperties("onair.gateway.identity")
record IdentityProperties(
    @NotNull @DefaultValue("3s") Duration knownFor,
    @NotNull @DefaultValue("2s") Duration unknownFor,
    @NotNull @DefaultValue("2s") Duration checkTimeout,
    @NotNull @DefaultValue("10s") Duration signInTimeout,
    @NotNull @DefaultValue("60s") Duration tokenLife) {

  private static final Duration REVOKED_WITHIN = Duration.ofSeconds(5);

  @AssertTrue(message = "known-for + check-timeout must be at most 5s, so revoking works that fast")
  boolean isRevocationFast() {
    return knownFor.plus(checkTimeout).compareTo(REVOKED_WITHIN) <= 0;
  }

  @AssertTrue(message = "each time must be more than zero, token-life at least 10s")
  boolean isEachTimePositive() {
    return knownFor.isPositive()
        && unknownFor.isPositive()
        && checkTimeout.isPositive()
        && signInTimeout.isPositive()
        && tokenLife.compareTo(Duration.ofSeconds(10)) >= 0;
  }

  /**
   * The key that signs internal tokens.
   *
   * @param privateKey PKCS#8 PEM file with an EC key on P-256
   */
  @Validated
  @ConfigurationProperties("onair.token")
  record Signing(@NotNull(message = "must name the PEM file") Path privateKey) {}
}
