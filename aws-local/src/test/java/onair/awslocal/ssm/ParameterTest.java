package onair.awslocal.ssm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import onair.awslocal.protocol.Backend;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.state.StateStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.HierarchyLevelLimitExceededException;
import software.amazon.awssdk.services.ssm.model.HierarchyTypeMismatchException;
import software.amazon.awssdk.services.ssm.model.InvalidFilterKeyException;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.InvalidResourceIdException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterHistory;
import software.amazon.awssdk.services.ssm.model.ParameterMaxVersionLimitExceededException;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterPatternMismatchException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;
import software.amazon.awssdk.services.ssm.model.ResourceTypeForTagging;
import software.amazon.awssdk.services.ssm.model.SsmException;
import software.amazon.awssdk.services.ssm.model.Tag;

/** Parameters through the AWS SDK over HTTP, with time moved by hand. */
class ParameterTest {

  private static final String ACCOUNT = "111122223333";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private StateStore store;
  private LocalApi api;
  private SsmClient aws;

  @BeforeEach
  void start() throws Exception {
    store = new StateStore(folder);
    var backend = new LocalSsm(store, () -> now);
    api = new LocalApi(new Backend("ssm", SsmClient.class, backend), ACCOUNT);
    aws = api.client(SsmClient.builder(), Region.EU_WEST_1);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
    api.close();
    store.close();
  }

  @Test
  void parameterIsReadByNameAndByArnAndOnlyInItsRegion() {
    assertThat(put("/onair/db/url", "jdbc:1")).isEqualTo(1);
    Parameter read = get("/onair/db/url");

    assertThat(read.arn()).isEqualTo("arn:aws:ssm:eu-west-1:111122223333:parameter/onair/db/url");
    assertThat(read.value()).isEqualTo("jdbc:1");
    assertThat(read.lastModifiedDate()).isEqualTo(now);
    assertThat(get(read.arn()).value()).isEqualTo("jdbc:1");
    put("flat", "x");
    assertThat(get(get("flat").arn()).value()).isEqualTo("x");
    try (SsmClient elsewhere = api.client(SsmClient.builder(), Region.US_EAST_1)) {
      assertThatThrownBy(() -> elsewhere.getParameter(p -> p.name("flat")))
          .isInstanceOf(ParameterNotFoundException.class);
    }
  }

  @Test
  void secureStringIsMaskedUnlessDecryptionIsAskedFor() {
    aws.putParameter(p -> p.name("/key").value("open sesame").type(ParameterType.SECURE_STRING));

    assertThat(get("/key").value()).isNotBlank().doesNotContain("sesame");
    assertThat(aws.getParameter(p -> p.name("/key").withDecryption(true)).parameter().value())
        .isEqualTo("open sesame");
    assertThat(aws.getParametersByPath(p -> p.path("/")).parameters().getFirst().value())
        .doesNotContain("sesame");
    assertThat(aws.getParameterHistory(p -> p.name("/key")).parameters().getFirst())
        .returns("alias/aws/ssm", ParameterHistory::keyId)
        .extracting(ParameterHistory::value)
        .asString()
        .doesNotContain("sesame");
    assertThat(
            aws.getParameterHistory(p -> p.name("/key").withDecryption(true))
                .parameters()
                .getFirst()
                .value())
        .isEqualTo("open sesame");
  }

  @Test
  void overwritingMakesVersionsThatCanBeSelectedByNumberAndByLabel() {
    put("a", "first");
    assertThatThrownBy(() -> put("a", "second"))
        .isInstanceOf(ParameterAlreadyExistsException.class);
    assertThat(overwrite("a", "second")).isEqualTo(2);

    assertThat(
            aws.labelParameterVersion(
                    p -> p.name("a").parameterVersion(1L).labels("stable", "1st", "aws-x"))
                .invalidLabels())
        .containsExactly("1st", "aws-x");
    assertThat(get("a").value()).isEqualTo("second");
    assertThat(get("a:1").value()).isEqualTo("first");
    assertThat(get("a:stable"))
        .returns("first", Parameter::value)
        .returns(":stable", Parameter::selector);
    assertThatThrownBy(() -> get("a:3")).isInstanceOf(ParameterVersionNotFoundException.class);

    aws.labelParameterVersion(p -> p.name("a").labels("stable"));
    assertThat(get("a:stable").value()).isEqualTo("second");
    assertThat(
            aws.getParameterHistoryPaginator(p -> p.name("a").maxResults(1)).stream()
                .flatMap(page -> page.parameters().stream()))
        .extracting(ParameterHistory::version, ParameterHistory::labels)
        .containsExactly(tuple(1L, List.of()), tuple(2L, List.of("stable")));
    assertThat(
            aws.unlabelParameterVersion(
                p -> p.name("a").parameterVersion(2L).labels("stable", "other")))
        .returns(List.of("stable"), r -> r.removedLabels())
        .returns(List.of("other"), r -> r.invalidLabels());
    assertThatThrownBy(() -> get("a:stable")).isInstanceOf(ParameterVersionNotFoundException.class);
  }

  @Test
  void onlyTheLast100VersionsStayAndALabelledOneIsNotDropped() {
    put("a", "1");
    for (int i = 2; i <= 101; i++) {
      overwrite("a", Integer.toString(i));
    }
    assertThatThrownBy(() -> get("a:1")).isInstanceOf(ParameterVersionNotFoundException.class);
    assertThat(get("a:2").value()).isEqualTo("2");
    aws.labelParameterVersion(p -> p.name("a").parameterVersion(2L).labels("keep"));

    assertThatThrownBy(() -> overwrite("a", "102"))
        .isInstanceOf(ParameterMaxVersionLimitExceededException.class)
        .hasMessageContaining("Version 2, the oldest version");
    assertThat(get("a").value()).isEqualTo("101");
  }

  @Test
  void pathListsItsLevelOrAllBelowItInPages() {
    List.of("/app/a", "/app/b", "/app/deep/c", "/application", "app").forEach(n -> put(n, "x"));

    assertThat(names(aws.getParametersByPath(p -> p.path("/app")).parameters()))
        .containsExactly("/app/a", "/app/b");
    assertThat(
            aws
                .getParametersByPathPaginator(p -> p.path("/app/").recursive(true).maxResults(1))
                .stream()
                .flatMap(page -> page.parameters().stream()))
        .extracting(Parameter::name)
        .containsExactly("/app/a", "/app/b", "/app/deep/c");
    assertThatThrownBy(() -> aws.getParametersByPath(p -> p.path("app")))
        .hasMessageContaining("forward slash");
    assertThatThrownBy(() -> aws.getParametersByPath(p -> p.path("/").nextToken("never given")))
        .isInstanceOf(InvalidNextTokenException.class);
    assertThatThrownBy(
            () ->
                aws.getParametersByPath(
                    p -> p.path("/").parameterFilters(f -> f.key("Tier").values("Standard"))))
        .isInstanceOf(InvalidFilterKeyException.class);
  }

  @Test
  void descriptionsAreFoundByFilters() {
    put("/app/a", "x");
    aws.putParameter(
        p ->
            p.name("/app/secret")
                .value("s")
                .type(ParameterType.SECURE_STRING)
                .tags(Tag.builder().key("team").value("ops").build()));
    put("other", "x");

    assertThat(described("Name", "BeginsWith", "/app")).containsExactly("/app/a", "/app/secret");
    assertThat(described("Name", "Contains", "the")).containsExactly("other");
    assertThat(described("Type", null, "SecureString")).containsExactly("/app/secret");
    assertThat(described("Path", "Recursive", "/app")).containsExactly("/app/a", "/app/secret");
    assertThat(described("tag:team", null, "ops")).containsExactly("/app/secret");
    assertThat(
            aws.describeParametersPaginator(p -> p.maxResults(1)).stream()
                .flatMap(page -> page.parameters().stream()))
        .hasSize(3);
    assertThatThrownBy(() -> described("Label", null, "x"))
        .isInstanceOf(InvalidFilterKeyException.class);
  }

  @Test
  void severalAreReadAndDeletedAtOnceAndUnknownOnesAreTold() {
    put("a", "1");
    put("b", "2");

    GetParametersResponse read = aws.getParameters(p -> p.names("b", "missing", "a:1", "a:9"));
    assertThat(names(read.parameters())).containsExactly("b", "a");
    assertThat(read.invalidParameters()).containsExactly("missing", "a:9");
    assertThat(aws.deleteParameters(p -> p.names("a", "missing")))
        .returns(List.of("a"), r -> r.deletedParameters())
        .returns(List.of("missing"), r -> r.invalidParameters());
    aws.deleteParameter(p -> p.name("b"));
    assertThatThrownBy(() -> aws.deleteParameter(p -> p.name("b")))
        .isInstanceOf(ParameterNotFoundException.class);
    assertThat(put("a", "again")).isEqualTo(1);
  }

  @Test
  void namesThatAwsRefusesAreRefused() {
    for (String name : List.of("/aws/x", "awsx", "/ssm/x", "SSM", "a b", "a/b", "/a/", "/a//b")) {
      assertThatThrownBy(() -> put(name, "x")).as(name).isInstanceOf(SsmException.class);
    }
    String deepest = "/l".repeat(15);
    assertThat(put(deepest, "x")).isEqualTo(1);
    assertThatThrownBy(() -> put(deepest + "/l", "x"))
        .isInstanceOf(HierarchyLevelLimitExceededException.class);
  }

  @Test
  void valuesHaveTheirTypePatternAndSize() {
    assertThatThrownBy(() -> aws.putParameter(p -> p.name("a").value("x")))
        .hasMessageContaining("type is required");
    assertThatThrownBy(
            () ->
                aws.putParameter(
                    p -> p.name("a").value("x").type("String").allowedPattern("^\\d+$")))
        .isInstanceOf(ParameterPatternMismatchException.class);
    assertThatThrownBy(() -> put("a", "x".repeat(4097))).hasMessageContaining("4096");
    assertThat(
            aws.putParameter(
                    p ->
                        p.name("big")
                            .value("x".repeat(4097))
                            .type("String")
                            .tier(ParameterTier.INTELLIGENT_TIERING))
                .tier())
        .isEqualTo(ParameterTier.ADVANCED);
    put("a", "x");
    assertThatThrownBy(
            () ->
                aws.putParameter(p -> p.name("a").value("x").type("SecureString").overwrite(true)))
        .isInstanceOf(HierarchyTypeMismatchException.class);
    assertThatThrownBy(
            () ->
                aws.putParameter(
                    p -> p.name("b").value("x").type("String").policies("[]").tier("Advanced")))
        .isInstanceOfSatisfying(SsmException.class, e -> assertThat(e.statusCode()).isEqualTo(501));
  }

  @Test
  void tagsComeAndGoAndStayAfterARestart() throws Exception {
    put("a", "x");
    aws.addTagsToResource(
        t ->
            t.resourceType(ResourceTypeForTagging.PARAMETER)
                .resourceId("a")
                .tags(tag("one"), tag("two")));
    aws.removeTagsFromResource(
        t -> t.resourceType(ResourceTypeForTagging.PARAMETER).resourceId("a").tagKeys("one"));
    stop();
    start();

    assertThat(
            aws.listTagsForResource(
                    t -> t.resourceType(ResourceTypeForTagging.PARAMETER).resourceId("a"))
                .tagList())
        .containsExactly(tag("two"));
    assertThat(get("a").value()).isEqualTo("x");
    assertThatThrownBy(
            () ->
                aws.listTagsForResource(
                    t -> t.resourceType(ResourceTypeForTagging.DOCUMENT).resourceId("a")))
        .isInstanceOf(InvalidResourceIdException.class);
    assertThatThrownBy(
            () -> aws.putParameter(p -> p.name("a").value("y").overwrite(true).tags(tag("three"))))
        .hasMessageContaining("can't be used together");
  }

  @Test
  void whoPutsAtOnceMakesEveryVersionOnce() {
    put("a", "0");
    List<Long> versions =
        IntStream.range(0, 20).parallel().mapToObj(i -> overwrite("a", "v" + i)).sorted().toList();
    assertThat(versions)
        .containsExactlyElementsOf(IntStream.rangeClosed(2, 21).mapToObj(Long::valueOf).toList());
  }

  private long put(String name, String value) {
    return aws.putParameter(p -> p.name(name).value(value).type(ParameterType.STRING)).version();
  }

  private long overwrite(String name, String value) {
    return aws.putParameter(p -> p.name(name).value(value).overwrite(true)).version();
  }

  private Parameter get(String name) {
    return aws.getParameter(p -> p.name(name)).parameter();
  }

  private List<String> described(String key, String option, String value) {
    return aws
        .describeParameters(p -> p.parameterFilters(f -> f.key(key).option(option).values(value)))
        .parameters()
        .stream()
        .map(ParameterMetadata::name)
        .toList();
  }

  private static List<String> names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::name).toList();
  }

  private static Tag tag(String key) {
    return Tag.builder().key(key).value("v").build();
  }
}
