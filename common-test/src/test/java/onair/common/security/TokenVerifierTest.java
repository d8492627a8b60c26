package onair.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import onair.test.Properties;
import onair.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class TokenVerifierTest {

  private static final Caller CALLER =
      new Caller("org_1", "key_1", Set.of("channels:read", "assets:*"));

  private final TestTokens gateway = TestTokens.create();
  private final JwtDecoder decoder = decoder(gateway.publicKeyPem(), TokenKeys.READ_AGAIN_AFTER);

  @Test
  void believesTheGateway() {
    String token =
        InternalTokens.fromPem(gateway.privateKeyPem(), InstantSource.system())
            .sign("channel-service", CALLER, Duration.ofMinutes(1));

    assertThat(TokenVerifier.caller(decoder.decode(token))).isEqualTo(CALLER);
  }

  @Test
  void believesAServiceCallingForItself() {
    Caller service =
        TokenVerifier.caller(
            decoder.decode(gateway.sign("channel-service", Caller.service("gateway-service"))));

    assertThat(service.organizationId()).isEmpty();
    assertThat(service.has("internal")).isTrue();
    assertThat(service.has("channels:read")).isFalse();
  }

  @Test
  void refusesAStrangersKey() {
    refuses(TestTokens.create().sign("channel-service", CALLER));
  }

  @Test
  void refusesAnotherAudience() {
    refuses(gateway.sign("delivery-service", CALLER));
  }

  @Test
  void refusesWhatHasExpired() {
    refuses(gateway.sign("channel-service", CALLER, Duration.ofSeconds(-30)));
  }

  @Test
  void refusesATokenWithoutASignature() {
    refuses(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void refusesTheServicesOwnPublicKeyUsedAsASharedSecret() throws JOSEException {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
    token.sign(new MACSigner(Arrays.copyOf(gateway.keys().getPublic().getEncoded(), 64)));

    refuses(token.serialize());
  }

  @Test
  void refusesAKeyThatTheTokenBringsItself() throws JOSEException {
    TestTokens stranger = TestTokens.create();
    var own = new ECKey.Builder(Curve.P_256, (ECPublicKey) stranger.keys().getPublic()).build();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(own).keyID("../../etc/passwd").build(),
            claims().build());
    token.sign(new ECDSASigner((ECPrivateKey) stranger.keys().getPrivate()));

    refuses(token.serialize());
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "exp"})
  void refusesATokenThatLacksAClaim(String claim) throws JOSEException {
    refuses(signed(claims().claim(claim, null)));
  }

  @Test
  void refusesAnotherIssuer() throws JOSEException {
    refuses(signed(claims().issuer("somebody")));
  }

  @Test
  void refusesAChangedToken() {
    String token = gateway.sign("channel-service", CALLER);
    int dot = token.indexOf('.') + 10;

    refuses(
        token.substring(0, dot)
            + (token.charAt(dot) == 'A' ? 'B' : 'A')
            + token.substring(dot + 1));
  }

  @Test
  void believesTwoKeysWhileTheyAreChanged(@TempDir Path folder) throws IOException {
    TestTokens next = TestTokens.create();
    Path both = folder.resolve("both.pem");
    Files.writeString(
        both, Files.readString(gateway.publicKeyPem()) + Files.readString(next.publicKeyPem()));
    JwtDecoder changing = decoder(both, TokenKeys.READ_AGAIN_AFTER);

    assertThat(changing.decode(gateway.sign("channel-service", CALLER)).getSubject())
        .isEqualTo("key_1");
    assertThat(changing.decode(next.sign("channel-service", CALLER)).getSubject())
        .isEqualTo("key_1");
  }

  @Test
  void saysWhatIsWrongWithAKeyFile(@TempDir Path folder) throws IOException {
    Path garbage =
        Files.writeString(
            folder.resolve("garbage.pem"),
            "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");

    assertThatThrownBy(() -> PemKeys.publicKeys(folder.resolve("none.pem")))
        .hasMessageContaining("Cannot read the key file")
        .hasMessageContaining("none.pem");
    assertThatThrownBy(() -> PemKeys.publicKeys(garbage))
        .hasMessageContaining("must hold EC public keys");
    assertThatThrownBy(() -> PemKeys.privateKey(gateway.publicKeyPem()))
        .hasMessageContaining("no PEM block named PRIVATE KEY");
    Properties<TokenVerifierProperties> properties = Properties.of(TokenVerifierProperties.class);
    assertThat(properties.failure("public-key="))
        .contains("onair.token.public-key must name the PEM file");
    assertThat(properties.bind("public-key=/some/file.pem").publicKey())
        .isEqualTo(Path.of("/some/file.pem"));
  }

  @Test
  void grantsScopesByNameResourceAndStar() {
    assertThat(CALLER.has("channels:read")).isTrue();
    assertThat(CALLER.has("channels:write")).isFalse();
    assertThat(CALLER.has("assets:write")).isTrue();
    assertThat(new Caller("org_1", "key_1", Set.of("*")).has("anything:read")).isTrue();
    assertThat(new Caller("org_1", "key_1", Set.of("*")).has(Caller.INTERNAL))
        .as("not by *")
        .isFalse();
  }

  private static JwtDecoder decoder(Path keys, Duration readAgainAfter) {
    return TokenVerifier.decoder(TokenKeys.in(keys, readAgainAfter), "channel-service");
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(InternalTokens.ISSUER)
        .audience(List.of("channel-service"))
        .subject("key_1")
        .claim("org", "org_1")
        .claim("scope", "*")
        .expirationTime(Date.from(Instant.now().plusSeconds(60)));
  }

  private String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims.build());
    token.sign(new ECDSASigner((ECPrivateKey) gateway.keys().getPrivate()));
    return token.serialize();
  }

  private void refuses(String token) {
    assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
  }
}
