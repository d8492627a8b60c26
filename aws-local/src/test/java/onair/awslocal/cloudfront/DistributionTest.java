package onair.awslocal.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.origin.OriginResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.CreateDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.Distribution;
import software.amazon.awssdk.services.cloudfront.model.DistributionAlreadyExistsException;
import software.amazon.awssdk.services.cloudfront.model.DistributionConfig;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionNotDisabledException;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.GetDistributionResponse;
import software.amazon.awssdk.services.cloudfront.model.IllegalUpdateException;
import software.amazon.awssdk.services.cloudfront.model.InvalidArgumentException;
import software.amazon.awssdk.services.cloudfront.model.InvalidIfMatchVersionException;
import software.amazon.awssdk.services.cloudfront.model.NoSuchDistributionException;
import software.amazon.awssdk.services.cloudfront.model.PreconditionFailedException;
import software.amazon.awssdk.services.cloudfront.model.Tag;

class DistributionTest {

  @TempDir private Path folder;

  private CloudFront local;
  private CloudFrontClient cloudFront;

  @BeforeEach
  void start() throws Exception {
    local = new CloudFront(folder);
    cloudFront = local.client;
  }

  @AfterEach
  void stop() throws Exception {
    local.close();
  }

  @Test
  void isInProgressUntilItIsDeployed() {
    CreateDistributionResponse created = create("ref-1");
    Distribution distribution = created.distribution();

    assertThat(distribution.status()).isEqualTo("InProgress");
    assertThat(distribution.id()).matches("E[A-Z0-9]{13}");
    assertThat(distribution.domainName()).matches("d[a-z0-9]{13}\\.cloudfront\\.net");
    assertThat(distribution.arn())
        .isEqualTo("arn:aws:cloudfront::111122223333:distribution/" + distribution.id());
    assertThat(created.location()).endsWith("/distribution/" + distribution.id());

    local.pass(CloudFront.DEPLOYMENT.minusMillis(1));
    assertThat(get(distribution.id()).distribution().status()).isEqualTo("InProgress");
    local.pass(Duration.ofMillis(1));
    assertThat(get(distribution.id()).distribution().status()).isEqualTo("Deployed");
    assertThat(get(distribution.id()).eTag()).isEqualTo(created.eTag());
  }

  @Test
  void givesBackTheConfigurationWithDefaultsFilledIn() {
    DistributionConfig given = CloudFront.config("ref-1");
    DistributionConfig kept = create("ref-1").distribution().distributionConfig();

    assertThat(kept.callerReference()).isEqualTo(given.callerReference());
    assertThat(kept.aliases().quantity()).isZero();
    assertThat(kept.priceClassAsString()).isEqualTo("PriceClass_All");
    assertThat(kept.origins().items().getFirst().connectionAttempts()).isEqualTo(3);
    assertThat(kept.defaultCacheBehavior().allowedMethods().itemsAsStrings())
        .containsExactlyInAnyOrder("GET", "HEAD");
  }

  @Test
  void answersARepeatedCreateWithTheSameDistribution() {
    CreateDistributionResponse first = create("ref-1");
    CreateDistributionResponse second = create("ref-1");

    assertThat(second.distribution().id()).isEqualTo(first.distribution().id());
    assertThat(list()).hasSize(1);
    assertThatThrownBy(
            () ->
                cloudFront.createDistribution(
                    r ->
                        r.distributionConfig(
                            CloudFront.config("ref-1").toBuilder().comment("other").build())))
        .isInstanceOf(DistributionAlreadyExistsException.class)
        .hasMessageContaining(first.distribution().id());
    assertThat(create("ref-2").distribution().id()).isNotEqualTo(first.distribution().id());
  }

  @Test
  void takesTagsInTheCreateItself() {
    Distribution made =
        cloudFront
            .createDistributionWithTags(
                r ->
                    r.distributionConfigWithTags(
                        w ->
                            w.distributionConfig(CloudFront.config("ref-1"))
                                .tags(
                                    t ->
                                        t.items(
                                            Tag.builder()
                                                .key("onair:resource")
                                                .value("x/y")
                                                .build(),
                                            Tag.builder().key("b").value("").build()))))
            .distribution();

    cloudFront.tagResource(
        r -> r.resource(made.arn()).tags(t -> t.items(Tag.builder().key("c").value("3").build())));
    cloudFront.untagResource(r -> r.resource(made.arn()).tagKeys(k -> k.items("b")));

    assertThat(cloudFront.listTagsForResource(r -> r.resource(made.arn())).tags().items())
        .extracting(Tag::key, Tag::value)
        .containsExactly(tuple("c", "3"), tuple("onair:resource", "x/y"));
  }

  @Test
  void changesOnlyForThoseWhoSawTheLatestVersion() {
    CreateDistributionResponse created = create("ref-1");
    String id = created.distribution().id();
    DistributionConfig wanted =
        created.distribution().distributionConfig().toBuilder().comment("new").build();

    assertThatThrownBy(() -> update(id, null, wanted))
        .isInstanceOfSatisfying(
            InvalidIfMatchVersionException.class, e -> assertThat(e.statusCode()).isEqualTo(400));
    assertThatThrownBy(() -> update(id, "E0000000000000", wanted))
        .isInstanceOfSatisfying(
            PreconditionFailedException.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    String second = update(id, created.eTag(), wanted);
    assertThat(second).isNotEqualTo(created.eTag());
    assertThatThrownBy(() -> update(id, created.eTag(), wanted))
        .isInstanceOf(PreconditionFailedException.class);
    assertThatThrownBy(
            () -> update(id, second, wanted.toBuilder().callerReference("other").build()))
        .isInstanceOf(IllegalUpdateException.class);
    assertThat(get(id).distribution().distributionConfig().comment()).isEqualTo("new");
  }

  @Test
  void isRemovedOnlyWhenDisabledEverywhere() {
    CreateDistributionResponse created = create("ref-1");
    String id = created.distribution().id();
    local.pass(CloudFront.DEPLOYMENT);
    assertThatThrownBy(() -> delete(id, created.eTag()))
        .isInstanceOf(DistributionNotDisabledException.class);

    String disabled =
        update(
            id,
            created.eTag(),
            created.distribution().distributionConfig().toBuilder().enabled(false).build());
    assertThatThrownBy(() -> delete(id, disabled))
        .isInstanceOfSatisfying(
            DistributionNotDisabledException.class, e -> assertThat(e.statusCode()).isEqualTo(409));
    local.pass(CloudFront.DEPLOYMENT);
    assertThatThrownBy(() -> delete(id, created.eTag()))
        .isInstanceOf(PreconditionFailedException.class);
    delete(id, disabled);

    assertThatThrownBy(() -> get(id))
        .isInstanceOfSatisfying(
            NoSuchDistributionException.class, e -> assertThat(e.statusCode()).isEqualTo(404));
    assertThat(list()).isEmpty();
  }

  @Test
  void servesViewersWhatIsDeployedAndNothingElse() throws Exception {
    local.origins.register(
        CloudFront.ORIGIN,
        request -> OriginResponse.refusal(200, request.principal() + " " + request.path()));
    CreateDistributionResponse created = create("ref-1");
    assertThat(view("/a").statusCode()).isEqualTo(503);

    local.pass(CloudFront.DEPLOYMENT);
    assertThat(view("/a").body()).isEqualTo("null /a");

    DistributionConfig disabled =
        created.distribution().distributionConfig().toBuilder().enabled(false).build();
    String etag = update(created.distribution().id(), created.eTag(), disabled);
    assertThat(view("/b").statusCode()).as("the change is not deployed yet").isEqualTo(200);
    local.pass(CloudFront.DEPLOYMENT);
    assertThat(view("/b").statusCode()).isEqualTo(503);
    delete(created.distribution().id(), etag);
  }

  @Test
  void goesOnAfterARestart() throws Exception {
    local.origins.register(CloudFront.ORIGIN, request -> OriginResponse.refusal(200, "here"));
    String deployed = create("ref-1").distribution().id();
    local.pass(CloudFront.DEPLOYMENT);
    String pending = create("ref-2").distribution().id();
    List<DistributionSummary> before = list();

    local.close();
    start();
    local.origins.register(CloudFront.ORIGIN, request -> OriginResponse.refusal(200, "here"));

    assertThat(list()).usingRecursiveComparison().isEqualTo(before);
    assertThat(get(deployed).distribution().status()).isEqualTo("Deployed");
    assertThat(get(pending).distribution().status()).isEqualTo("InProgress");
    assertThat(view("/a").body()).isEqualTo("here");
    local.pass(CloudFront.DEPLOYMENT.multipliedBy(2));
    assertThat(get(pending).distribution().status()).isEqualTo("Deployed");
  }

  @Test
  void listsInPages() {
    for (int i = 0; i < 5; i++) {
      create("ref-" + i);
    }

    List<String> ids = new ArrayList<>();
    String marker = null;
    do {
      String from = marker;
      DistributionList page =
          cloudFront.listDistributions(r -> r.maxItems("2").marker(from)).distributionList();
      assertThat(page.isTruncated()).isEqualTo(page.nextMarker() != null);
      page.items().forEach(item -> ids.add(item.id()));
      marker = page.nextMarker();
    } while (marker != null);

    assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    assertThatThrownBy(() -> cloudFront.listDistributions(r -> r.maxItems("none")))
        .isInstanceOf(InvalidArgumentException.class);
  }

  private CreateDistributionResponse create(String reference) {
    return cloudFront.createDistribution(r -> r.distributionConfig(CloudFront.config(reference)));
  }

  private GetDistributionResponse get(String id) {
    return cloudFront.getDistribution(r -> r.id(id));
  }

  private String update(String id, @Nullable String ifMatch, DistributionConfig config) {
    return cloudFront
        .updateDistribution(r -> r.id(id).ifMatch(ifMatch).distributionConfig(config))
        .eTag();
  }

  private void delete(String id, String ifMatch) {
    cloudFront.deleteDistribution(r -> r.id(id).ifMatch(ifMatch));
  }

  private List<DistributionSummary> list() {
    return cloudFront.listDistributions(r -> {}).distributionList().items();
  }

  private HttpResponse<String> view(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(local.viewer(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
