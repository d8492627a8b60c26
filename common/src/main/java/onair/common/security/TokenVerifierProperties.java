package onair.common.security;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a service knows the gateway's tokens.
 *
 * @param publicKey PEM file with the gateway's EC public key (SubjectPublicKeyInfo, curve P-256);
 *     with more than one block, a token signed for any of them is accepted, which is how keys are
 *     changed without a pause. The file is read again while the service runs, so replace it as a
 *     whole
 */
@ConfigurationProperties("onair.token")
record TokenVerifierProperties(Path publicKey) {

  TokenVerifierProperties(@Nullable Path publicKey) {
    if (publicKey == null || publicKey.toString().isBlank()) {
      throw new IllegalArgumentException(
          "onair.token.public-key must name the PEM file of the gateway's public key");
    }
    this.publicKey = publicKey;
  }
}
