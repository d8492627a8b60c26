package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyInUseException;
import software.amazon.awssdk.services.cloudfront.model.DefaultCacheBehavior;
import software.amazon.awssdk.services.cloudfront.model.FunctionConfig;
import software.amazon.awssdk.services.cloudfront.model.IllegalDeleteException;
import software.amazon.awssdk.services.cloudfront.model.IllegalUpdateException;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.InvalidFunctionAssociationException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchFunctionExistsException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchOriginRequestPolicyException;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.OriginRequestPolicyConfig;
import software.amazon.awssdk.services.cloudfront.model.PreconditionFailedException;

class PolicyTest {

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private CloudFront local;
  private CloudFrontClient client;

  @BeforeEach
  void start() throws Exception {
    local = new CloudFront(folder);
    client = local.client;
    local.echoQuery();
  }

  @AfterEach
  void stop() throws Exception {
    http.close();
    local.close();
  }

  @Test
  void anOriginRequestPolicyOfOnesOwnSaysWhichQueryTheOriginSeesAndItsChangeCountsAtOnce()
      throws Exception {
    var made =
        client.createOriginRequestPolicy(p -> p.originRequestPolicyConfig(forwarding("session")));
    String id = made.originRequestPolicy().id();
    deploy(b -> b.originRequestPolicyId(id));
    assertThat(get("/a?session=1&other=2").body()).isEqualTo("{session=1}");

    client.updateOriginRequestPolicy(
        p ->
            p.id(id)
                .ifMatch(made.eTag())
                .originRequestPolicyConfig(forwarding("session", "other")));
    assertThat(get("/b?session=1&other=2").body()).isEqualTo("{other=2, session=1}");
    assertThat(
            client
                .listDistributionsByOriginRequestPolicyId(l -> l.originRequestPolicyId(id))
                .distributionIdList()
                .items())
        .hasSize(1);
  }

  @Test
  void aResponseHeadersPolicyOfOnesOwnAddsItsHeaders() throws Exception {
    var made =
        client.createResponseHeadersPolicy(
            p ->
                p.responseHeadersPolicyConfig(
                    c ->
                        c.name("players")
                            .corsConfig(
                                cors ->
                                    cors.accessControlAllowOrigins(
                                            o -> o.quantity(1).items("https://*.example"))
                                        .accessControlAllowHeaders(h -> h.quantity(1).items("*"))
                                        .accessControlAllowMethods(
                                            m -> m.quantity(1).itemsWithStrings("GET"))
                                        .accessControlAllowCredentials(true)
                                        .originOverride(true))
                            .securityHeadersConfig(
                                s ->
                                    s.strictTransportSecurity(
                                        t ->
                                            t.override(true)
                                                .accessControlMaxAgeSec(60)
                                                .preload(true)))
                            .customHeadersConfig(
                                h ->
                                    h.quantity(1)
                                        .items(i -> i.header("X-A").value("b").override(true)))));
    deploy(b -> b.responseHeadersPolicyId(made.responseHeadersPolicy().id()));
    var headers = get("/a", "Origin", "https://tv.example").headers();
    assertThat(headers.firstValue("Access-Control-Allow-Origin")).hasValue("https://tv.example");
    assertThat(headers.firstValue("Access-Control-Allow-Credentials")).hasValue("true");
    assertThat(headers.firstValue("Strict-Transport-Security")).hasValue("max-age=60; preload");
    assertThat(headers.firstValue("X-A")).hasValue("b");
    assertThat(
            get("/a", "Origin", "https://tv.invalid")
                .headers()
                .firstValue("Access-Control-Allow-Origin"))
        .isEmpty();
  }

  @Test
  void aChangedCachePolicyCachesFromThenOn() throws Exception {
    CachePolicyConfig never =
        CachePolicyConfig.builder().name("own").minTTL(0L).defaultTTL(0L).maxTTL(0L).build();
    var made = client.createCachePolicy(p -> p.cachePolicyConfig(never));
    String id = made.cachePolicy().id();
    deploy(b -> b.cachePolicyId(id));
    get("/a");
    assertThat(get("/a").headers().firstValue("X-Cache")).hasValue("Miss from cloudfront");

    client.updateCachePolicy(
        p ->
            p.id(id)
                .ifMatch(made.eTag())
                .cachePolicyConfig(
                    never.toBuilder().minTTL(60L).defaultTTL(60L).maxTTL(60L).build()));
    get("/a");
    assertThat(get("/a").headers().firstValue("X-Cache")).hasValue("Hit from cloudfront");
    assertThat(client.getCachePolicyConfig(p -> p.id(id)).cachePolicyConfig().minTTL())
        .isEqualTo(60);
    assertThatThrownBy(() -> client.deleteCachePolicy(p -> p.id(id).ifMatch(made.eTag())))
        .isInstanceOf(PreconditionFailedException.class);
    String tag = client.getCachePolicy(p -> p.id(id)).eTag();
    assertThatThrownBy(() -> client.deleteCachePolicy(p -> p.id(id).ifMatch(tag)))
        .isInstanceOf(CachePolicyInUseException.class);
  }

  @Test
  void managedPoliciesAreListedBesideOnesOwnAndCannotChange() {
    client.createOriginRequestPolicy(p -> p.originRequestPolicyConfig(forwarding("a")));
    assertThat(client.listOriginRequestPolicies(l -> {}).originRequestPolicyList().items())
        .extracting(
            i ->
                i.typeAsString() + " " + i.originRequestPolicy().originRequestPolicyConfig().name())
        .contains("managed Managed-AllViewer", "custom own");
    assertThat(
            client
                .listResponseHeadersPolicies(l -> l.type("managed"))
                .responseHeadersPolicyList()
                .items())
        .hasSize(5);
    String managed = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    String tag = client.getOriginRequestPolicy(p -> p.id(managed)).eTag();
    assertThatThrownBy(() -> client.deleteOriginRequestPolicy(p -> p.id(managed).ifMatch(tag)))
        .isInstanceOf(IllegalDeleteException.class);
    assertThatThrownBy(
            () ->
                client.updateOriginRequestPolicy(
                    p -> p.id(managed).ifMatch(tag).originRequestPolicyConfig(forwarding("a"))))
        .isInstanceOf(IllegalUpdateException.class);
  }

  @Test
  void aNameIsTakenOnceAndAVersionOnlyChangesWithTheResource() {
    var made = client.createOriginRequestPolicy(p -> p.originRequestPolicyConfig(forwarding("a")));
    assertThatThrownBy(
            () ->
                client.createOriginRequestPolicy(p -> p.originRequestPolicyConfig(forwarding("b"))))
        .isInstanceOf(OriginRequestPolicyAlreadyExistsException.class);
    String id = made.originRequestPolicy().id();
    assertThat(client.getOriginRequestPolicy(p -> p.id(id)).eTag()).isEqualTo(made.eTag());
    client.deleteOriginRequestPolicy(p -> p.id(id).ifMatch(made.eTag()));
    assertThatThrownBy(() -> client.getOriginRequestPolicyConfig(p -> p.id(id)))
        .isInstanceOf(NoSuchOriginRequestPolicyException.class);
  }

  @Test
  void aFunctionHasTwoStagesWithVersionsOfTheirOwn() {
    var made =
        client.createFunction(f -> f.name("f").functionConfig(FUNCTION).functionCode(code("1")));
    assertThat(made.functionSummary().status()).isEqualTo("UNPUBLISHED");
    assertThatThrownBy(() -> client.getFunction(f -> f.name("f").stage("LIVE")))
        .isInstanceOf(NoSuchFunctionExistsException.class);
    client.publishFunction(f -> f.name("f").ifMatch(made.eTag()));
    var changed =
        client.updateFunction(
            f -> f.name("f").ifMatch(made.eTag()).functionConfig(FUNCTION).functionCode(code("2")));
    assertThat(client.getFunction(f -> f.name("f").stage("LIVE")).functionCode().asUtf8String())
        .isEqualTo("1");
    assertThat(client.getFunction(f -> f.name("f")).functionCode().asUtf8String()).isEqualTo("2");
    assertThat(client.listFunctions(l -> l.stage("LIVE")).functionList().items()).hasSize(1);
    assertThatThrownBy(() -> client.publishFunction(f -> f.name("f").ifMatch(made.eTag())))
        .isInstanceOf(PreconditionFailedException.class);
    client.deleteFunction(f -> f.name("f").ifMatch(changed.eTag()));
    assertThat(client.listFunctions(l -> {}).functionList().quantity()).isZero();
  }

  @Test
  void aBehaviorCannotNameAFunctionBecauseNoneRuns() {
    var made =
        client.createFunction(f -> f.name("f").functionConfig(FUNCTION).functionCode(code("1")));
    String arn = made.functionSummary().functionMetadata().functionARN();
    assertThatThrownBy(
            () ->
                deploy(
                    b ->
                        b.functionAssociations(
                            a ->
                                a.quantity(1)
                                    .items(i -> i.eventType("viewer-request").functionARN(arn)))))
        .isInstanceOf(InvalidFunctionAssociationException.class)
        .hasMessageContaining("do not run");
  }

  @Test
  void aKeyThatIsNoneAndAGroupOfStrangersAreRefused() {
    assertThatThrownBy(
            () ->
                client.createPublicKey(
                    k ->
                        k.publicKeyConfig(
                            c -> c.callerReference("r").name("n").encodedKey("junk"))))
        .isInstanceOf(InvalidArgumentException.class);
    assertThatThrownBy(
            () -> client.createKeyGroup(k -> k.keyGroupConfig(g -> g.name("g").items("K0"))))
        .isInstanceOf(InvalidArgumentException.class);
  }

  private static final FunctionConfig FUNCTION =
      FunctionConfig.builder().comment("").runtime("cloudfront-js-2.0").build();

  private static SdkBytes code(String text) {
    return SdkBytes.fromUtf8String(text);
  }

  private static OriginRequestPolicyConfig forwarding(String... names) {
    return OriginRequestPolicyConfig.builder()
        .name("own")
        .headersConfig(h -> h.headerBehavior("none"))
        .cookiesConfig(c -> c.cookieBehavior("none"))
        .queryStringsConfig(
            q ->
                q.queryStringBehavior("whitelist")
                    .queryStrings(n -> n.quantity(names.length).items(names)))
        .build();
  }

  private void deploy(Consumer<DefaultCacheBehavior.Builder> change) {
    client.createDistribution(
        d ->
            d.distributionConfig(
                CloudFront.config("ref").toBuilder()
                    .defaultCacheBehavior(
                        CloudFront.behavior("mp").toBuilder().applyMutation(change).build())
                    .build()));
    local.pass(CloudFront.DEPLOYMENT);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(local.viewer(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
