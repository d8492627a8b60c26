package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudfront.CloudFrontUtilities;
import software.amazon.awssdk.services.cloudfront.cookie.CookiesForCustomPolicy;
import software.amazon.awssdk.services.cloudfront.model.CannedSignerRequest;
import software.amazon.awssdk.services.cloudfront.model.CustomSignerRequest;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.PublicKeyInUseException;
import software.amazon.awssdk.services.cloudfront.model.ResourceInUseException;

/** Viewers with the SDK's own signatures at the real edge. */
class SignedViewingTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final KeyPair RSA = keys("RSA", 2048);
  private static final CloudFrontUtilities SIGNER = CloudFrontUtilities.create();

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private CloudFront local;
  private String keyId;
  private String groupId;
  private String host;

  @BeforeEach
  void serveSignedOnly() throws Exception {
    local = new CloudFront(folder);
    local.echoQuery();
    keyId = key("signer", RSA.getPublic());
    groupId =
        local
            .client
            .createKeyGroup(k -> k.keyGroupConfig(g -> g.name("viewers").items(keyId)))
            .keyGroup()
            .id();
    host =
        local
            .client
            .createDistribution(d -> d.distributionConfig(trusting(groupId)))
            .distribution()
            .domainName();
    local.pass(CloudFront.DEPLOYMENT);
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    local.close();
  }

  @Test
  void anUnsignedRequestIsRefused() throws Exception {
    HttpResponse<String> answer = get("/a.m3u8");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Missing Key-Pair-Id");
  }

  @Test
  void aUrlWithACannedPolicyIsServedUntilItExpiresAndItsSignatureStaysAtTheEdge() throws Exception {
    String signed = canned("/a.m3u8?start=7", RSA, keyId);
    HttpResponse<String> answer = get(signed);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{start=7}");
    assertThat(get(canned("/a.m3u8?start=7", RSA, keyId).replace("a.m3u8", "b.m3u8")).statusCode())
        .as("another path")
        .isEqualTo(403);
    assertThat(get(signed.replace("start=7", "start=8")).statusCode())
        .as("another query")
        .isEqualTo(403);

    local.pass(Duration.ofMinutes(10));
    assertThat(get(signed).statusCode()).isEqualTo(403);
  }

  @Test
  void cookiesWithACustomPolicyOpenAllThatTheirPatternNamesAndNothingElse() throws Exception {
    CookiesForCustomPolicy cookies =
        SIGNER.getCookiesForCustomPolicy(
            custom("https://" + host + "/live/*", NOW.minusSeconds(1), "127.0.0.0/8"));
    assertThat(get("/live/a/1.m4s", cookies).statusCode()).isEqualTo(200);
    assertThat(get("/vod/1.m4s", cookies).statusCode()).isEqualTo(403);

    CookiesForCustomPolicy elsewhere =
        SIGNER.getCookiesForCustomPolicy(
            custom("https://" + host + "/live/*", NOW.minusSeconds(1), "203.0.113.0/24"));
    assertThat(get("/live/a/1.m4s", elsewhere).statusCode()).isEqualTo(403);

    CookiesForCustomPolicy later =
        SIGNER.getCookiesForCustomPolicy(
            custom("https://" + host + "/live/*", NOW.plusSeconds(60), "127.0.0.0/8"));
    assertThat(get("/live/a/1.m4s", later).statusCode()).isEqualTo(403);
    local.pass(Duration.ofSeconds(60));
    assertThat(get("/live/a/1.m4s", later).statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyThatIsNotInTheGroupOrNotTheSignersOpensNothing() throws Exception {
    KeyPair other = keys("RSA", 2048);
    assertThat(get(canned("/a", other, keyId)).statusCode()).as("forged").isEqualTo(403);
    String strange = key("other", other.getPublic());
    HttpResponse<String> answer = get(canned("/a", other, strange));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Unknown Key");
  }

  @Test
  void keysAreRotatedThroughTheGroupWithoutADeployment() throws Exception {
    KeyPair next = keys("RSA", 2048);
    String nextId = key("next", next.getPublic());
    var group = local.client.getKeyGroup(g -> g.id(groupId));
    var both =
        local.client.updateKeyGroup(
            g ->
                g.id(groupId)
                    .ifMatch(group.eTag())
                    .keyGroupConfig(c -> c.name("viewers").items(keyId, nextId)));
    assertThat(get(canned("/a", RSA, keyId)).statusCode()).isEqualTo(200);
    assertThat(get(canned("/a", next, nextId)).statusCode()).isEqualTo(200);

    local.client.updateKeyGroup(
        g ->
            g.id(groupId)
                .ifMatch(both.eTag())
                .keyGroupConfig(c -> c.name("viewers").items(nextId)));
    assertThat(get(canned("/a", RSA, keyId)).statusCode()).isEqualTo(403);
    assertThat(get(canned("/a", next, nextId)).statusCode()).isEqualTo(200);
  }

  @Test
  void anEllipticKeySignsAsWell() throws Exception {
    KeyPair elliptic = keys("EC", 256);
    String id = key("elliptic", elliptic.getPublic());
    var group = local.client.getKeyGroup(g -> g.id(groupId));
    local.client.updateKeyGroup(
        g -> g.id(groupId).ifMatch(group.eTag()).keyGroupConfig(c -> c.name("viewers").items(id)));
    long expires = NOW.plusSeconds(60).getEpochSecond();
    Signature signature = Signature.getInstance("SHA1withECDSA");
    signature.initSign(elliptic.getPrivate());
    signature.update(
        ("{\"Statement\":[{\"Resource\":\"https://"
                + host
                + "/a\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                + expires
                + "}}}]}")
            .getBytes(StandardCharsets.UTF_8));
    String text =
        Base64.getEncoder()
            .encodeToString(signature.sign())
            .replace('+', '-')
            .replace('=', '_')
            .replace('/', '~');
    assertThat(
            get("/a?Expires=" + expires + "&Signature=" + text + "&Key-Pair-Id=" + id).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsTrustedIsShownAndCannotBeDeleted() {
    var trusted = local.client.listDistributions().distributionList().items().getFirst();
    var shown = local.client.getDistribution(d -> d.id(trusted.id())).distribution();
    assertThat(shown.activeTrustedKeyGroups().items().getFirst().keyPairIds().items())
        .containsExactly(keyId);
    assertThat(
            local
                .client
                .listDistributionsByKeyGroup(l -> l.keyGroupId(groupId))
                .distributionIdList()
                .items())
        .containsExactly(trusted.id());
    String keyTag = local.client.getPublicKey(k -> k.id(keyId)).eTag();
    String groupTag = local.client.getKeyGroup(k -> k.id(groupId)).eTag();
    assertThatThrownBy(() -> local.client.deletePublicKey(k -> k.id(keyId).ifMatch(keyTag)))
        .isInstanceOf(PublicKeyInUseException.class);
    assertThatThrownBy(() -> local.client.deleteKeyGroup(k -> k.id(groupId).ifMatch(groupTag)))
        .isInstanceOf(ResourceInUseException.class);
  }

  private static DistributionConfig trusting(String group) {
    return CloudFront.config("signed").toBuilder()
        .defaultCacheBehavior(
            CloudFront.behavior("mp").toBuilder()
                .trustedKeyGroups(t -> t.enabled(true).quantity(1).items(group))
                .build())
        .build();
  }

  private String key(String name, PublicKey key) {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    return local
        .client
        .createPublicKey(
            k -> k.publicKeyConfig(c -> c.callerReference(name).name(name).encodedKey(pem)))
        .publicKey()
        .id();
  }

  /** Path and query of a signed URL. */
  private String canned(String path, KeyPair keys, String id) {
    String url =
        SIGNER
            .getSignedUrlWithCannedPolicy(
                CannedSignerRequest.builder()
                    .resourceUrl("https://" + host + path)
                    .privateKey(keys.getPrivate())
                    .keyPairId(id)
                    .expirationDate(NOW.plus(Duration.ofMinutes(10)))
                    .build())
            .url();
    return url.substring(url.indexOf('/', "https://".length()));
  }

  private CustomSignerRequest custom(String pattern, Instant from, String addresses) {
    return CustomSignerRequest.builder()
        .resourceUrl(pattern) // for cookies the SDK does not look at resourceUrlPattern
        .privateKey(RSA.getPrivate())
        .keyPairId(keyId)
        .activeDate(from)
        .expirationDate(NOW.plus(Duration.ofMinutes(10)))
        .ipRange(addresses)
        .build();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(local.viewer(path)).build());
  }

  private HttpResponse<String> get(String path, CookiesForCustomPolicy cookies) throws Exception {
    String all =
        String.join(
            "; ",
            cookies.policyHeaderValue(),
            cookies.signatureHeaderValue(),
            cookies.keyPairIdHeaderValue());
    return send(HttpRequest.newBuilder(local.viewer(path)).header("Cookie", all).build());
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static KeyPair keys(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
