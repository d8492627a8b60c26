package onair.common.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What a token must be to be believed by one service, and the caller it names. */
final class TokenVerifier {

  /** Clocks of two machines may differ by this much. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private TokenVerifier() {}

  /**
   * Accepts ES256 by one of these keys only, from the gateway, for this audience, not expired, with
   * a subject.
   */
  static JwtDecoder decoder(JWKSource<SecurityContext> keys, String audience) {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.ES256).build();
    var timestamps = new JwtTimestampValidator(SKEW);
    timestamps.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            List.of(
                timestamps,
                new JwtIssuerValidator(InternalTokens.ISSUER),
                new JwtClaimValidator<List<String>>(
                    "aud", named -> named != null && named.contains(audience)),
                new JwtClaimValidator<String>(
                    "sub", subject -> subject != null && !subject.isBlank()))));
    return decoder;
  }

  static Caller caller(Jwt token) {
    String organization = token.getClaimAsString("org");
    String scope = token.getClaimAsString("scope");
    String session = token.getClaimAsString("sid");
    Set<String> scopes =
        scope == null
            ? Set.of()
            : Arrays.stream(scope.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    return new Caller(
        organization == null ? "" : organization,
        Objects.requireNonNull(token.getSubject()),
        scopes,
        session == null ? "" : session);
  }
}
