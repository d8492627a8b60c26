package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyInUseException;
import software.amazon.awssdk.services.cloudfront.model.CachePolicyType;
import software.amazon.awssdk.services.cloudfront.model.CloudFrontException;
import software.amazon.awssdk.services.cloudfront.model.CustomErrorResponse;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.IllegalDeleteException;
import software.amazon.awssdk.services.cloudfront.model.Method;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlInUseException;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlOriginTypes;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSigningBehaviors;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSigningProtocols;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DistributionRulesTest {

  @TempDir private static Path folder;

  private CloudFront local;

  @BeforeAll
  void start() throws Exception {
    local = new CloudFront(folder);
  }

  @AfterAll
  void stop() throws Exception {
    local.close();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            "InconsistentQuantities",
            c -> c.origins(o -> o.quantity(2).items(CloudFront.origin("mp")))),
        refusal("InconsistentQuantities", c -> c.aliases(a -> a.quantity(1))),
        refusal("NoSuchOrigin", c -> c.defaultCacheBehavior(CloudFront.behavior("nobody"))),
        refusal(
            "NoSuchOrigin",
            c -> c.cacheBehaviors(b -> b.quantity(1).items(CloudFront.behavior("/x", "nobody")))),
        refusal(
            "InvalidArgument",
            c ->
                c.cacheBehaviors(
                    b ->
                        b.quantity(2)
                            .items(
                                CloudFront.behavior("/x", "mp"), CloudFront.behavior("/x", "mp")))),
        refusal(
            "InvalidArgument",
            c ->
                c.origins(
                    o -> o.quantity(2).items(CloudFront.origin("mp"), CloudFront.origin("mp")))),
        refusal(
            "InvalidOrigin",
            c ->
                c.origins(
                    o ->
                        o.quantity(1)
                            .items(
                                CloudFront.origin("mp").toBuilder()
                                    .domainName("http://x/")
                                    .build()))),
        refusal(
            "InvalidOriginAccessControl",
            c ->
                c.origins(
                    o ->
                        o.quantity(1)
                            .items(
                                CloudFront.origin("mp").toBuilder()
                                    .originAccessControlId("E00000")
                                    .build()))),
        refusal(
            "NoSuchCachePolicy",
            c ->
                c.defaultCacheBehavior(
                    CloudFront.behavior("mp").toBuilder().cachePolicyId("nothing").build())),
        refusal(
            "InvalidArgument",
            c ->
                c.defaultCacheBehavior(
                    CloudFront.behavior("mp").toBuilder().cachePolicyId(null).build())),
        refusal(
            "NoSuchOriginRequestPolicy",
            c ->
                c.defaultCacheBehavior(
                    CloudFront.behavior("mp").toBuilder()
                        .originRequestPolicyId("nothing")
                        .build())),
        refusal(
            "NoSuchResponseHeadersPolicy",
            c ->
                c.defaultCacheBehavior(
                    CloudFront.behavior("mp").toBuilder()
                        .responseHeadersPolicyId("nothing")
                        .build())),
        refusal(
            "InvalidArgument",
            c ->
                c.defaultCacheBehavior(
                    CloudFront.behavior("mp").toBuilder()
                        .allowedMethods(m -> m.quantity(1).items(Method.GET))
                        .build())),
        refusal(
            "TrustedKeyGroupDoesNotExist",
            c ->
                c.defaultCacheBehavior(
                    CloudFront.behavior("mp").toBuilder()
                        .trustedKeyGroups(t -> t.enabled(true).quantity(1).items("kg"))
                        .build())),
        refusal(
            "InvalidViewerCertificate",
            c -> c.aliases(a -> a.quantity(1).items("live.example.com"))),
        refusal(
            "InvalidErrorCode",
            c ->
                c.customErrorResponses(
                    r ->
                        r.quantity(1)
                            .items(CustomErrorResponse.builder().errorCode(418).build()))));
  }

  private static Arguments refusal(String code, Consumer<DistributionConfig.Builder> change) {
    return Arguments.of(code, change);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusesWithCloudFrontsErrorCode(String code, Consumer<DistributionConfig.Builder> change) {
    DistributionConfig config = CloudFront.config("bad").toBuilder().applyMutation(change).build();

    assertThatThrownBy(() -> local.client.createDistribution(r -> r.distributionConfig(config)))
        .isInstanceOfSatisfying(
            CloudFrontException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    assertThat(local.client.listDistributions(r -> {}).distributionList().items())
        .noneMatch(d -> d.comment().equals("bad"));
  }

  @Test
  void keepsAnOriginAccessControlWhileADistributionUsesIt() {
    var made =
        local.client.createOriginAccessControl(
            r ->
                r.originAccessControlConfig(
                    c ->
                        c.name("oac-1")
                            .signingProtocol(OriginAccessControlSigningProtocols.SIGV4)
                            .signingBehavior(OriginAccessControlSigningBehaviors.ALWAYS)
                            .originAccessControlOriginType(
                                OriginAccessControlOriginTypes.MEDIAPACKAGEV2)));
    String id = made.originAccessControl().id();
    assertThatThrownBy(
            () ->
                local.client.createOriginAccessControl(
                    r ->
                        r.originAccessControlConfig(
                            made.originAccessControl().originAccessControlConfig())))
        .isInstanceOf(OriginAccessControlAlreadyExistsException.class);
    DistributionConfig config =
        CloudFront.config("with-oac").toBuilder()
            .enabled(false)
            .origins(
                o ->
                    o.quantity(1)
                        .items(
                            CloudFront.origin("mp").toBuilder().originAccessControlId(id).build()))
            .build();
    var distribution = local.client.createDistribution(r -> r.distributionConfig(config));
    assertThatThrownBy(
            () -> local.client.deleteOriginAccessControl(r -> r.id(id).ifMatch(made.eTag())))
        .isInstanceOf(OriginAccessControlInUseException.class);

    local.pass(CloudFront.DEPLOYMENT);
    local.client.deleteDistribution(
        r -> r.id(distribution.distribution().id()).ifMatch(distribution.eTag()));
    local.client.deleteOriginAccessControl(r -> r.id(id).ifMatch(made.eTag()));

    assertThat(local.client.listOriginAccessControls(r -> {}).originAccessControlList().items())
        .noneMatch(oac -> oac.id().equals(id));
  }

  @Test
  void keepsCachePoliciesInUseAndAwssOwn() {
    assertThat(
            local
                .client
                .getCachePolicy(r -> r.id(CloudFront.MEDIA_PACKAGE_POLICY))
                .cachePolicy()
                .cachePolicyConfig()
                .name())
        .isEqualTo("Managed-Elemental-MediaPackage");
    assertThatThrownBy(
            () ->
                local.client.deleteCachePolicy(
                    r -> r.id(CloudFront.MEDIA_PACKAGE_POLICY).ifMatch("E1")))
        .isInstanceOf(IllegalDeleteException.class);

    var own =
        local.client.createCachePolicy(
            r ->
                r.cachePolicyConfig(c -> c.name("segments").minTTL(1L).maxTTL(60L).defaultTTL(5L)));
    String id = own.cachePolicy().id();
    local.client.createDistribution(
        r ->
            r.distributionConfig(
                CloudFront.config("with-policy").toBuilder()
                    .defaultCacheBehavior(
                        CloudFront.behavior("mp").toBuilder().cachePolicyId(id).build())
                    .build()));
    assertThatThrownBy(() -> local.client.deleteCachePolicy(r -> r.id(id).ifMatch(own.eTag())))
        .isInstanceOf(CachePolicyInUseException.class);
    assertThat(
            local
                .client
                .listCachePolicies(r -> r.type(CachePolicyType.CUSTOM))
                .cachePolicyList()
                .items())
        .hasSize(1);
  }
}
