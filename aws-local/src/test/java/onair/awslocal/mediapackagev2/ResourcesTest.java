package onair.awslocal.mediapackagev2;

import static onair.awslocal.mediapackagev2.MediaPackage.ARN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.mediapackagev2.MediaPackageV2Client;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictException;
import software.amazon.awssdk.services.mediapackagev2.model.ConflictExceptionType;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceTypeNotFound;
import software.amazon.awssdk.services.mediapackagev2.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationException;

class ResourcesTest {

  @TempDir Path folder;
  private MediaPackage aws;

  @BeforeEach
  void start() throws Exception {
    aws = MediaPackage.in(folder);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
  }

  @Test
  void aGroupHasAnEgressDomainOfAwssForm() {
    var group =
        aws.client.createChannelGroup(
            g -> g.channelGroupName("grp").description("d").tags(Map.of("a", "b")));

    assertThat(group.arn()).isEqualTo(ARN + "channelGroup/grp");
    assertThat(group.egressDomain())
        .matches(
            "[a-z][a-z0-9]{5}\\.egress\\.[a-z][a-z0-9]{5}"
                + "\\.mediapackagev2\\.eu-west-1\\.amazonaws\\.com");
    assertThat(group.createdAt()).isEqualTo(aws.instant());
    assertThat(group.eTag()).isNotBlank();
    assertThat(aws.directory.serves(group.egressDomain())).isTrue();
    var got = aws.client.getChannelGroup(g -> g.channelGroupName("grp"));
    assertThat(got.description()).isEqualTo("d");
    assertThat(got.tags()).containsEntry("a", "b");
    assertThat(got.egressDomain()).isEqualTo(group.egressDomain());
  }

  @Test
  void aGroupMadeAgainHasAnotherDomain() {
    aws.channel();
    String first = aws.domain();
    aws.client.deleteChannel(c -> c.channelGroupName("grp").channelName("ev"));
    aws.client.deleteChannelGroup(g -> g.channelGroupName("grp"));
    aws.pass(Duration.ofSeconds(1));

    aws.channel();

    assertThat(aws.domain()).isNotEqualTo(first);
    assertThat(aws.directory.serves(first)).isFalse();
  }

  @Test
  void aChannelTellsWhereToSendAndIsOpenAtTheOrigin() {
    aws.client.createChannelGroup(g -> g.channelGroupName("grp"));

    var cmaf =
        aws.client.createChannel(
            c -> c.channelGroupName("grp").channelName("ev").inputType(InputType.CMAF));
    var hls = aws.client.createChannel(c -> c.channelGroupName("grp").channelName("old"));

    assertThat(cmaf.arn()).isEqualTo(ARN + "channelGroup/grp/channel/ev");
    assertThat(cmaf.ingestEndpoints()).extracting("id").containsExactly("1", "2");
    assertThat(cmaf.ingestEndpoints().get(1).url())
        .matches(
            "https://[a-z][a-z0-9]{5}-2\\.ingest\\.[a-z][a-z0-9]{5}\\.mediapackagev2\\.eu-west-1"
                + "\\.amazonaws\\.com/in/v1/grp/2/ev/");
    assertThat(hls.inputType()).isEqualTo(InputType.HLS);
    assertThat(hls.ingestEndpoints().getFirst().url()).endsWith("/in/v1/grp/1/old/index");
    assertThat(aws.origin.open)
        .containsOnlyKeys(MediaPackage.TARGET, "mediapackagev2/111122223333/eu-west-1/grp/old");
  }

  @Test
  void anEndpointTellsItsAddressesAndIsPackaged() {
    aws.channel();

    var endpoint = aws.endpoint("cmaf");

    String base = "https://" + aws.domain() + "/out/v1/grp/ev/cmaf/";
    assertThat(endpoint.arn()).isEqualTo(ARN + "channelGroup/grp/channel/ev/originEndpoint/cmaf");
    assertThat(endpoint.hlsManifests().getFirst().url()).isEqualTo(base + "index.m3u8");
    assertThat(endpoint.dashManifests().getFirst().url()).isEqualTo(base + "index.mpd");
    assertThat(endpoint.segment().segmentName()).isEqualTo("segment");
    assertThat(aws.origin.endpoint(MediaPackage.TARGET, "cmaf"))
        .isEqualTo(
            new EndpointSpec(
                "cmaf",
                Duration.ofSeconds(2),
                Duration.ofHours(1),
                List.of(
                    new ManifestSpec("index", ManifestSpec.Kind.HLS, Duration.ofSeconds(30)),
                    new ManifestSpec("index", ManifestSpec.Kind.DASH, Duration.ofMinutes(1)))));
  }

  @Test
  void anUpdateOfAnEndpointReplacesItsManifests() {
    aws.channel();
    var created = aws.endpoint("cmaf");
    aws.pass(Duration.ofSeconds(1));

    var updated =
        aws.client.updateOriginEndpoint(
            e ->
                e.channelGroupName("grp")
                    .channelName("ev")
                    .originEndpointName("cmaf")
                    .containerType("CMAF")
                    .eTag(created.eTag())
                    .hlsManifests(m -> m.manifestName("live")));

    assertThat(updated.hlsManifests()).extracting("manifestName").containsExactly("live");
    assertThat(updated.hasDashManifests()).isFalse();
    assertThat(updated.createdAt()).isEqualTo(created.createdAt());
    assertThat(updated.modifiedAt()).isAfter(created.modifiedAt());
    assertThat(updated.eTag()).isNotEqualTo(created.eTag());
    assertThat(aws.origin.endpoint(MediaPackage.TARGET, "cmaf").manifests())
        .extracting(ManifestSpec::name)
        .containsExactly("live");
  }

  @Test
  void anUpdateForAnotherVersionIsAConflict() {
    aws.channel();
    String eTag = aws.client.getChannelGroup(g -> g.channelGroupName("grp")).eTag();
    aws.client.updateChannelGroup(g -> g.channelGroupName("grp").eTag(eTag).description("first"));

    conflicts(
        ConflictExceptionType.CONFLICTING_OPERATION,
        () ->
            aws.client.updateChannelGroup(
                g -> g.channelGroupName("grp").eTag(eTag).description("second")));
    conflicts(
        ConflictExceptionType.CONFLICTING_OPERATION,
        () ->
            aws.client.updateChannel(
                c -> c.channelGroupName("grp").channelName("ev").eTag("other")));
    assertThat(aws.client.getChannelGroup(g -> g.channelGroupName("grp")).description())
        .isEqualTo("first");
  }

  @Test
  void whatHasChildrenCannotBeDeletedAndWhatIsGoneIsDeletedAlready() {
    aws.channel();
    aws.endpoint("cmaf");
    Runnable deleteGroup = () -> aws.client.deleteChannelGroup(g -> g.channelGroupName("grp"));
    Runnable deleteChannel =
        () -> aws.client.deleteChannel(c -> c.channelGroupName("grp").channelName("ev"));
    Runnable deleteEndpoint =
        () ->
            aws.client.deleteOriginEndpoint(
                e -> e.channelGroupName("grp").channelName("ev").originEndpointName("cmaf"));

    conflicts(ConflictExceptionType.RESOURCE_IN_USE, deleteGroup);
    conflicts(ConflictExceptionType.RESOURCE_IN_USE, deleteChannel);
    deleteEndpoint.run();
    conflicts(ConflictExceptionType.RESOURCE_IN_USE, deleteGroup);
    deleteChannel.run();
    assertThat(aws.origin.open).isEmpty();
    deleteGroup.run();
    deleteEndpoint.run();
    deleteChannel.run();
    deleteGroup.run();

    assertThatThrownBy(() -> aws.client.getChannelGroup(g -> g.channelGroupName("grp")))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(404);
              assertThat(e.resourceTypeNotFound()).isEqualTo(ResourceTypeNotFound.CHANNEL_GROUP);
            });
  }

  @Test
  void aChildOfNothingIsNotFound() {
    assertThatThrownBy(
            () -> aws.client.createChannel(c -> c.channelGroupName("grp").channelName("ev")))
        .isInstanceOf(ResourceNotFoundException.class);
    aws.client.createChannelGroup(g -> g.channelGroupName("grp"));
    assertThatThrownBy(() -> aws.endpoint("cmaf"))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            e -> assertThat(e.resourceTypeNotFound()).isEqualTo(ResourceTypeNotFound.CHANNEL));
    assertThatThrownBy(() -> aws.client.listChannels(c -> c.channelGroupName("other")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void theSameTokenGivesTheSameResourceAndOtherParametersAreAMismatch() {
    var group = aws.client.createChannelGroup(g -> g.channelGroupName("grp").clientToken("t1"));
    var again = aws.client.createChannelGroup(g -> g.channelGroupName("grp").clientToken("t1"));
    assertThat(again.eTag()).isEqualTo(group.eTag());

    conflicts(
        ConflictExceptionType.IDEMPOTENT_PARAMETER_MISMATCH,
        () -> aws.client.createChannelGroup(g -> g.channelGroupName("grp2").clientToken("t1")));
    conflicts(
        ConflictExceptionType.RESOURCE_ALREADY_EXISTS,
        () -> aws.client.createChannelGroup(g -> g.channelGroupName("grp").clientToken("t2")));

    aws.client.createChannel(
        c -> c.channelGroupName("grp").channelName("ev").inputType("CMAF").clientToken("t3"));
    var request = MediaPackage.cmaf("cmaf").clientToken("t4").build();
    var endpoint = aws.client.createOriginEndpoint(request);
    assertThat(aws.client.createOriginEndpoint(request).eTag()).isEqualTo(endpoint.eTag());
    conflicts(
        ConflictExceptionType.RESOURCE_ALREADY_EXISTS,
        () -> aws.client.createOriginEndpoint(request.toBuilder().clientToken("t5").build()));
  }

  @Test
  void listsComeInPages() {
    aws.channel();
    for (int i = 0; i < 5; i++) {
      aws.pass(Duration.ofSeconds(1));
      aws.endpoint("e" + (9 - i));
    }

    var first =
        aws.client.listOriginEndpoints(
            e -> e.channelGroupName("grp").channelName("ev").maxResults(2));

    assertThat(first.items()).extracting("originEndpointName").containsExactly("e9", "e8");
    assertThat(first.items().getFirst().hlsManifests().getFirst().url()).endsWith("index.m3u8");
    assertThat(
            aws.client
                .listOriginEndpointsPaginator(
                    e -> e.channelGroupName("grp").channelName("ev").maxResults(2))
                .items())
        .hasSize(5);
    for (String name : List.of("b", "c", "d")) {
      aws.client.createChannelGroup(g -> g.channelGroupName(name));
      aws.client.createChannel(c -> c.channelGroupName("grp").channelName(name));
    }
    assertThat(
            aws.client.listChannelsPaginator(c -> c.channelGroupName("grp").maxResults(3)).items())
        .extracting("channelName")
        .containsExactlyInAnyOrder("ev", "b", "c", "d");
    assertThat(aws.client.listChannelGroupsPaginator(g -> g.maxResults(3)).items())
        .extracting("channelGroupName")
        .containsExactlyInAnyOrder("grp", "b", "c", "d");
    assertThatThrownBy(() -> aws.client.listChannelGroups(g -> g.nextToken("nonsense")))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void anotherRegionSeesNothing() {
    aws.channel();

    try (MediaPackageV2Client elsewhere = aws.client(Region.US_EAST_1)) {
      assertThat(elsewhere.listChannelGroups(g -> {}).items()).isEmpty();
      assertThatThrownBy(() -> elsewhere.getChannelGroup(g -> g.channelGroupName("grp")))
          .isInstanceOf(ResourceNotFoundException.class);
      elsewhere.createChannelGroup(g -> g.channelGroupName("grp"));
      elsewhere.createChannel(c -> c.channelGroupName("grp").channelName("ev"));
    }
    assertThat(aws.origin.open)
        .containsOnlyKeys(MediaPackage.TARGET, "mediapackagev2/111122223333/us-east-1/grp/ev");
    aws.client.deleteChannel(c -> c.channelGroupName("grp").channelName("ev"));
    assertThat(aws.origin.open).as("the other region's").hasSize(1);
  }

  @Test
  void tagsCanBeAddedReplacedAndRemovedOnEveryKindOfResource() {
    aws.channel();
    aws.endpoint("cmaf");
    String group = ARN + "channelGroup/grp";

    for (String arn :
        List.of(group, group + "/channel/ev", group + "/channel/ev/originEndpoint/cmaf")) {
      aws.client.tagResource(t -> t.resourceArn(arn).tags(Map.of("a", "1", "b", "2")));
      aws.client.tagResource(t -> t.resourceArn(arn).tags(Map.of("b", "3")));
      aws.client.untagResource(t -> t.resourceArn(arn).tagKeys("a"));

      assertThat(aws.client.listTagsForResource(t -> t.resourceArn(arn)).tags())
          .containsExactly(Map.entry("b", "3"));
    }
    assertThat(aws.client.getChannelGroup(g -> g.channelGroupName("grp")).tags())
        .containsExactly(Map.entry("b", "3"));
    assertThatThrownBy(
            () -> aws.client.listTagsForResource(t -> t.resourceArn(group + "/channel/other")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void everythingIsThereAndOpenAfterARestart() throws Exception {
    aws.channel();
    var endpoint = aws.endpoint("cmaf");
    aws.allowCloudFront("cmaf");
    EndpointSpec spec = aws.origin.endpoint(MediaPackage.TARGET, "cmaf");
    aws.close();

    aws = MediaPackage.in(folder);

    assertThat(aws.origin.endpoint(MediaPackage.TARGET, "cmaf")).isEqualTo(spec);
    assertThat(aws.fetch("/out/v1/grp/ev/cmaf/index.m3u8").status()).isEqualTo(200);
    assertThat(
            aws.client
                .getOriginEndpoint(
                    e -> e.channelGroupName("grp").channelName("ev").originEndpointName("cmaf"))
                .eTag())
        .isEqualTo(endpoint.eTag());
  }

  @Test
  void defaultQuotasHoldWhenTheyAreSwitchedOn() throws Exception {
    try (MediaPackage limited = MediaPackage.withQuotas(folder.resolve("limited"))) {
      for (String group : List.of("a", "b", "c")) {
        limited.client.createChannelGroup(g -> g.channelGroupName(group));
      }
      assertThatThrownBy(() -> limited.client.createChannelGroup(g -> g.channelGroupName("d")))
          .isInstanceOfSatisfying(
              ServiceQuotaExceededException.class, e -> assertThat(e.statusCode()).isEqualTo(402));
    }
  }

  private static void conflicts(ConflictExceptionType type, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ConflictException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(409);
              assertThat(e.conflictExceptionType()).isEqualTo(type);
            });
  }
}
