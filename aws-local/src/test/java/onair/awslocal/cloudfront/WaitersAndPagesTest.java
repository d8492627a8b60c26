package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.ListDistributionsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListInvalidationsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListOriginAccessControlsRequest;
import software.amazon.awssdk.services.cloudfront.model.ListPublicKeysRequest;
import software.amazon.awssdk.services.cloudfront.model.OriginAccessControlSummary;
import software.amazon.awssdk.services.cloudfront.model.PublicKeySummary;
import software.amazon.awssdk.services.cloudfront.paginators.ListDistributionsIterable;
import software.amazon.awssdk.services.cloudfront.paginators.ListInvalidationsIterable;
import software.amazon.awssdk.services.cloudfront.paginators.ListOriginAccessControlsIterable;
import software.amazon.awssdk.services.cloudfront.paginators.ListPublicKeysIterable;

/** The SDK's own waiters and paginators; the client has no methods for the latter. */
class WaitersAndPagesTest {

  @TempDir private Path folder;
  private CloudFront local;
  private CloudFrontClient client;

  @BeforeEach
  void start() throws Exception {
    local = new CloudFront(folder);
    client = local.client;
  }

  @AfterEach
  void stop() throws Exception {
    local.close();
  }

  @Test
  void theWaiterForADeploymentSeesItUnderWayAndThenDone() {
    String id = create("ref");
    var found =
        client
            .waiter()
            .waitUntilDistributionDeployed(d -> d.id(id), o -> o.backoffStrategyV2(moving()));
    assertThat(found.attemptsExecuted()).isEqualTo(2);
    assertThat(found.matched().response().orElseThrow().distribution().status())
        .isEqualTo("Deployed");
  }

  @Test
  void theWaiterForAnInvalidationSeesItUnderWayAndThenDone() {
    String id = create("ref");
    String invalidation =
        client
            .createInvalidation(
                i ->
                    i.distributionId(id)
                        .invalidationBatch(
                            b -> b.callerReference("i").paths(p -> p.quantity(1).items("/*"))))
            .invalidation()
            .id();
    var found =
        client
            .waiter()
            .waitUntilInvalidationCompleted(
                i -> i.distributionId(id).id(invalidation), o -> o.backoffStrategyV2(moving()));
    assertThat(found.attemptsExecuted()).isGreaterThan(1);
    assertThat(found.matched().response().orElseThrow().invalidation().status())
        .isEqualTo("Completed");
  }

  @Test
  void paginatorsGiveEverythingOnce() {
    List<String> ids = new ArrayList<>();
    List<String> controls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String name = "n" + i;
      ids.add(create(name));
      controls.add(
          client
              .createOriginAccessControl(
                  a ->
                      a.originAccessControlConfig(
                          c ->
                              c.name(name)
                                  .signingProtocol("sigv4")
                                  .signingBehavior("always")
                                  .originAccessControlOriginType("mediapackagev2")))
              .originAccessControl()
              .id());
      client.createInvalidation(
          in ->
              in.distributionId(ids.getFirst())
                  .invalidationBatch(
                      b -> b.callerReference(name).paths(p -> p.quantity(1).items("/" + name))));
    }
    assertThat(
            new ListDistributionsIterable(
                    client, ListDistributionsRequest.builder().maxItems("2").build())
                .items())
        .extracting(DistributionSummary::id)
        .containsExactlyElementsOf(ids);
    assertThat(
            new ListOriginAccessControlsIterable(
                    client, ListOriginAccessControlsRequest.builder().maxItems("2").build())
                .items())
        .extracting(OriginAccessControlSummary::id)
        .containsExactlyElementsOf(controls);
    assertThat(
            new ListInvalidationsIterable(
                    client,
                    ListInvalidationsRequest.builder()
                        .distributionId(ids.getFirst())
                        .maxItems("2")
                        .build())
                .items())
        .hasSize(5)
        .doesNotHaveDuplicates();
  }

  @Test
  void publicKeysAreListedInPages() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----";
    for (int i = 0; i < 5; i++) {
      String name = "k" + i;
      client.createPublicKey(
          k -> k.publicKeyConfig(c -> c.callerReference(name).name(name).encodedKey(pem)));
    }
    assertThat(
            new ListPublicKeysIterable(
                    client, ListPublicKeysRequest.builder().maxItems("2").build())
                .items())
        .extracting(PublicKeySummary::name)
        .containsExactly("k0", "k1", "k2", "k3", "k4");
  }

  /** Between two looks of a waiter the time of a deployment passes, and nobody waits for it. */
  private BackoffStrategy moving() {
    return attempt -> {
      local.pass(CloudFront.DEPLOYMENT);
      return Duration.ZERO;
    };
  }

  private String create(String reference) {
    return client
        .createDistribution(d -> d.distributionConfig(CloudFront.config(reference)))
        .distribution()
        .id();
  }
}
