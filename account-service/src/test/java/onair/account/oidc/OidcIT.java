package onair.account.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onair.account.AccountIT;
import onair.test.TestApi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Signing in at a provider, with a real one. */
class OidcIT extends AccountIT {

  private static final String SITE = "https://onair.example";
  private static final RunningProvider PROVIDER =
      new RunningProvider(SITE + "/session/oidc/example/callback");

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("onair.account.oidc.public-url", () -> SITE);
    registry.add("onair.account.oidc.providers.example.name", () -> "Example");
    registry.add("onair.account.oidc.providers.example.issuer", PROVIDER::issuer);
    registry.add("onair.account.oidc.providers.example.client-id", () -> RunningProvider.CLIENT_ID);
    registry.add(
        "onair.account.oidc.providers.example.client-secret", () -> RunningProvider.CLIENT_SECRET);
    registry.add("onair.account.oidc.providers.gone.issuer", () -> "http://127.0.0.1:1");
    registry.add("onair.account.oidc.providers.gone.client-id", () -> "onair");
    registry.add("onair.account.oidc.providers.gone.client-secret", () -> "secret");
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @BeforeEach
  void everybodyIsHonest() {
    PROVIDER.lies(claims -> {});
    PROVIDER.vouchFor("ada", "owner@example.com", true);
    jdbc.sql("delete from sign_in_attempt").update();
    jdbc.sql("delete from member_identity").update();
    jdbc.sql("delete from member where email <> 'owner@example.com'").update();
  }

  @Test
  void offersItsProviders() {
    assertThat(gateway().get("/internal/oidc").json().path("data").valueStream())
        .extracting(one -> one.path("id").asString() + " " + one.path("name").asString())
        .containsExactly("example Example", "gone gone");
    assertThat(key("*").get("/internal/oidc").status()).as("not for callers").isEqualTo(403);
  }

  @Test
  void asksForACodeWithStateNonceAndAChallenge() {
    Map<String, String> query = query(URI.create(leave().location()));

    assertThat(query)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "onair")
        .containsEntry("redirect_uri", SITE + "/session/oidc/example/callback")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "nonce", "code_challenge");
  }

  @Test
  void signsInTheMemberWhoseEmailTheProviderHasVerifiedAndKnowsThemEverAfter() {
    TestApi.Reply opened = signIn("ada");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(emailOf(opened)).isEqualTo("owner@example.com");

    PROVIDER.vouchFor("ada", "ada@elsewhere.example", false);
    assertThat(emailOf(signIn("ada"))).as("by who they are there").isEqualTo("owner@example.com");
  }

  @Test
  void letsSomebodyAcceptAnInvitationAtTheProviderOnce() {
    String token = invite("ben@example.com");
    PROVIDER.vouchFor("ben", "Ben@Example.com", true);
    PROVIDER.vouchFor("cleo", "cleo@example.com", true);

    assertThat(comeBack(leave(token), "cleo").code()).isEqualTo("invitation_for_another_email");
    TestApi.Reply opened = comeBack(leave(token), "ben");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(emailOf(opened)).isEqualTo("ben@example.com");
    assertThat(emailOf(signIn("ben"))).as("without an invitation").isEqualTo("ben@example.com");

    assertThat(comeBack(leave(token), "cleo").code()).isEqualTo("invitation_ended");
  }

  @Test
  void keepsOutWhoIsNoMemberOrHasAnEmailNobodyVerified() {
    PROVIDER.vouchFor("cleo", "cleo@example.com", true);
    PROVIDER.vouchFor("dora", "owner@example.com", false);

    assertThat(signIn("cleo").code()).isEqualTo("not_a_member");
    assertThat(signIn("dora").code()).isEqualTo("email_not_verified");
    assertThat(jdbc.sql("select count(*) from member").query(Long.class).single()).isEqualTo(1);
  }

  @Test
  void receivesNobodyTwice() {
    Left left = leave();
    Map<String, String> back = query(PROVIDER.signIn(left.location(), "ada"));

    assertThat(comeBack("example", back, left.browser()).status()).isEqualTo(201);
    assertThat(comeBack("example", back, left.browser()).code()).isEqualTo("oidc_refused");
  }

  @Test
  void receivesNobodyInAnotherBrowserAndGivesThemNoSecondChance() {
    Left mallorys = leave();
    Map<String, String> back = query(PROVIDER.signIn(mallorys.location(), "ada"));

    assertThat(comeBack("example", back, leave().browser()).code()).isEqualTo("oidc_refused");
    assertThat(comeBack("example", back, mallorys.browser()).code()).isEqualTo("oidc_refused");
  }

  @Test
  void receivesNobodyFromAnotherProviderOrWithAStateOfTheirOwn() {
    Left left = leave();
    Map<String, String> back = query(PROVIDER.signIn(left.location(), "ada"));
    assertThat(comeBack("gone", back, left.browser()).code()).isEqualTo("oidc_refused");

    Left other = leave();
    assertThat(comeBack("example", Map.of("state", "mine", "code", "x"), other.browser()).code())
        .isEqualTo("oidc_refused");
  }

  @Test
  void receivesNobodyAfterTenMinutes() {
    Left left = leave();
    Map<String, String> back = query(PROVIDER.signIn(left.location(), "ada"));

    clock.advance(Duration.ofMinutes(10));

    assertThat(comeBack("example", back, left.browser()).code()).isEqualTo("oidc_refused");
  }

  @Test
  void saysSoWhenTheProviderLetNobodyIn() {
    Left left = leave();
    String state = query(URI.create(left.location())).get("state");

    assertThat(comeBack("example", Map.of("state", state), left.browser()).code())
        .isEqualTo("oidc_refused");
    assertThat(comeBack("example", Map.of("state", state, "code", "stolen"), left.browser()).code())
        .isEqualTo("oidc_refused");
  }

  @Test
  void provesThatWhoChangesTheCodeIsWhoAskedForIt() {
    Left left = leave();
    Map<String, String> back = query(PROVIDER.signIn(left.location(), "ada"));
    jdbc.sql("update oidc_sign_in set verifier = reverse(verifier)").update();

    assertThat(comeBack("example", back, left.browser()).code()).isEqualTo("oidc_refused");
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("a nonce of another sign-in", claims -> claims.claim("nonce", "another")),
        lie("no nonce", claims -> claims.claims(all -> all.remove("nonce"))),
        lie("for another client", claims -> claims.audience(List.of("another"))),
        lie("by another issuer", claims -> claims.issuer("https://evil.example")),
        lie(
            "expired",
            claims ->
                claims
                    .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                    .expiresAt(Instant.now().minus(Duration.ofHours(1)))),
        lie("about nobody", claims -> claims.claims(all -> all.remove("sub"))));
  }

  private static Arguments lie(String what, Consumer<JwtClaimsSet.Builder> lie) {
    return Arguments.of(what, lie);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void believesNoTokenThatIsNotAboutThisSignIn(String what, Consumer<JwtClaimsSet.Builder> lie) {
    PROVIDER.lies(lie);

    assertThat(signIn("ada").code()).isEqualTo("oidc_refused");
  }

  @Test
  void keepsAProviderThatIsDownFromNobodyElse() {
    TestApi.Reply down = gateway().post("/internal/oidc/gone/leave", "{}");
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.code()).isEqualTo("provider_unavailable");
    assertThat(gateway().post("/internal/oidc/nobody/leave", "{}").status()).isEqualTo(404);

    assertThat(signIn("ada").status()).isEqualTo(201);
  }

  @Test
  void keepsNeitherStateNorBrowserNorInvitation() {
    String token = invite("ben@example.com");
    Left left = leave(token);
    String state = query(URI.create(left.location())).get("state");

    assertThat(
            jdbc.sql("select string_agg(s::text, '') from oidc_sign_in s")
                .query(String.class)
                .single())
        .doesNotContain(token)
        .doesNotContain(left.browser())
        .doesNotContain(state);
  }

  @Test
  void countsThoseWhoLeaveAndNeverComeBack() {
    for (int i = 0; i < 50; i++) {
      leave();
    }

    assertThat(gateway().post("/internal/oidc/example/leave", "{}").code())
        .isEqualTo("too_many_sign_ins");
  }

  private record Left(String location, String browser) {}

  private Left leave() {
    return left("{}");
  }

  private Left leave(String invitation) {
    return left("{\"invitation\":\"" + invitation + "\"}");
  }

  private Left left(String body) {
    TestApi.Reply reply = gateway().post("/internal/oidc/example/leave", body);
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return new Left(
        reply.json().path("location").asString(), reply.json().path("browser").asString());
  }

  private TestApi.Reply signIn(String username) {
    return comeBack(leave(), username);
  }

  private TestApi.Reply comeBack(Left left, String username) {
    return comeBack("example", query(PROVIDER.signIn(left.location(), username)), left.browser());
  }

  private TestApi.Reply comeBack(String provider, Map<String, String> back, String browser) {
    var body = new LinkedHashMap<>(back);
    body.keySet().retainAll(List.of("state", "code"));
    body.put("browser", browser);
    return gateway()
        .post(
            "/internal/oidc/" + provider + "/come-back",
            JsonMapper.shared().writeValueAsString(body));
  }

  private String invite(String email) {
    return key("*")
        .post("/v1/invitations", "{\"email\":\"" + email + "\",\"role\":\"viewer\"}")
        .json()
        .path("token")
        .asString();
  }

  private String emailOf(TestApi.Reply opened) {
    return gateway()
        .post(
            "/internal/sessions/verify",
            "{\"session\":\"" + opened.json().path("session").asString() + "\"}")
        .json()
        .path("email")
        .asString();
  }

  private static Map<String, String> query(URI address) {
    var query = new LinkedHashMap<String, String>();
    UriComponentsBuilder.fromUri(address)
        .build(true)
        .getQueryParams()
        .forEach((name, values) -> query.put(name, decode(values.getFirst())));
    return query;
  }

  private static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
