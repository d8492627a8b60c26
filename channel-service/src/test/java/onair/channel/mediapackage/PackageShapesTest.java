package onair.channel.mediapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import onair.awslocal.protocol.SdkJson;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.PackageChannelId;
import onair.common.reconcile.Identity;
import onair.common.reconcile.ResourceKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PackageShapesTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/SpekeAccess";
  private static final JsonMapper JSON = new JsonMapper();
  private static final PackageChannelId CHANNEL = new PackageChannelId("grp1", "ev-42");
  private static final Identity IDENTITY =
      new Identity(
          new ResourceKey("ch_1", "mediapackage-channel"),
          "org_1",
          1,
          "t-1",
          "ignored",
          Map.of(Identity.DEPLOYMENT_TAG, "test"));

  @Test
  void aGroupAsksForWhatTheReferenceBodyAsksFor() {
    ObjectNode reference = reference("mediapackage-create-channel-group");
    reference.set("Tags", JSON.valueToTree(IDENTITY.tags()));

    assertThat(PackageShapes.createGroup(IDENTITY, "grp1"))
        .isEqualTo(request(CreateChannelGroupRequest.class, reference));
  }

  @Test
  void aChannelTakesCmafInAndLeavesWhatOnlyTwoPipelinesNeed() {
    ObjectNode reference = reference("mediapackage-create-channel");
    reference.put("ClientToken", "t-1");
    reference.remove("InputSwitchConfiguration");
    reference.remove("OutputHeaderConfiguration");
    reference.set("Tags", JSON.valueToTree(IDENTITY.tags()));

    assertThat(PackageShapes.createChannel(IDENTITY, CHANNEL))
        .isEqualTo(request(CreateChannelRequest.class, reference));
  }

  @Test
  void anEndpointServesHlsAndDashOfOneSetOfSegments() {
    ObjectNode reference = reference("mediapackage-create-origin-endpoint");
    reference.put("ClientToken", "t-1");
    reference.set("Tags", JSON.valueToTree(IDENTITY.tags()));
    ((ObjectNode) reference.get("Segment")).put("SegmentDurationSeconds", 2);
    ObjectNode hls = (ObjectNode) reference.at("/HlsManifests/0");
    hls.put("ProgramDateTimeIntervalSeconds", 2).remove("FilterConfiguration");
    ((ObjectNode) reference.at("/DashManifests/0"))
        .put("ManifestName", "index")
        .put("MinUpdatePeriodSeconds", 2);
    reference.remove("LowLatencyHlsManifests");
    reference.remove("ForceEndpointErrorConfiguration");

    assertThat(endpoint(Duration.ofDays(1)))
        .isEqualTo(request(CreateOriginEndpointRequest.class, reference));
  }

  @ParameterizedTest
  @CsvSource({"0, ", "1, 60", "60, 60", "3600, 3600", "1209600, 1209600"})
  void theStartOverWindowIsNoneOrWhatAwsTakes(int wanted, @Nullable Integer asked) {
    assertThat(endpoint(Duration.ofSeconds(wanted)).startoverWindowSeconds()).isEqualTo(asked);
  }

  @Test
  void aDelayIsOfBothManifests() {
    var delayed =
        new EndpointSpec(
            CHANNEL,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ofSeconds(30));

    CreateOriginEndpointRequest request = PackageShapes.createEndpoint(IDENTITY, delayed, ROLE);

    assertThat(request.hlsManifests().getFirst().filterConfiguration().timeDelaySeconds())
        .isEqualTo(30);
    assertThat(request.dashManifests().getFirst().filterConfiguration().timeDelaySeconds())
        .isEqualTo(30);
    assertThat(PackageShapes.updateEndpoint(IDENTITY, delayed, ROLE).hlsManifests())
        .isEqualTo(request.hlsManifests());
  }

  @Test
  void lowLatencyIsOneManifestMoreUnderAnotherName() {
    var low =
        new EndpointSpec(
            CHANNEL,
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(90),
            Duration.ZERO,
            null,
            true);

    CreateOriginEndpointRequest request = PackageShapes.createEndpoint(IDENTITY, low, ROLE);

    assertThat(request.lowLatencyHlsManifests())
        .singleElement()
        .satisfies(
            manifest -> {
              assertThat(manifest.manifestName()).isEqualTo("low");
              assertThat(manifest.manifestWindowSeconds()).isEqualTo(60);
              assertThat(manifest.programDateTimeIntervalSeconds()).isEqualTo(1);
            });
    assertThat(request.hlsManifests()).hasSize(1);
    assertThat(request.dashManifests()).hasSize(1);
    assertThat(PackageShapes.updateEndpoint(IDENTITY, low, ROLE).lowLatencyHlsManifests())
        .isEqualTo(request.lowLatencyHlsManifests());
    assertThat(endpoint(Duration.ZERO).hasLowLatencyHlsManifests()).isFalse();
  }

  @Test
  void namesComeFromTheOwnerAndTheDeployment() {
    EndpointId id = new PackageNames("onair-test").endpoint(IDENTITY);

    assertThat(id).hasToString("onair-test/onair-test-ch_1/cmaf");
    assertThat(EndpointId.parse(id.toString())).isEqualTo(id);
    assertThat(id.originPath()).isEqualTo("/out/v1/onair-test/onair-test-ch_1/cmaf");
  }

  @Test
  void onlyOurEncodersRoleWritesToAChannel() {
    ObjectNode reference = reference("mediapackage-channel-policy");
    ((ObjectNode) reference.at("/Statement/0")).put("Sid", "EncodersWrite");

    assertThat(JSON.readTree(policies().channelPolicy(CHANNEL))).isEqualTo(reference);
  }

  @Test
  void onlyTheCdnOfOurAccountReadsFromAnEndpoint() {
    ObjectNode reference = reference("mediapackage-endpoint-policy");
    ObjectNode statement = (ObjectNode) reference.at("/Statement/0");
    statement.put("Sid", "OwnCdnReads");
    statement
        .putObject("Condition")
        .putObject("StringEquals")
        .put("aws:SourceAccount", "111122223333");

    assertThat(JSON.readTree(policies().endpointPolicy(new EndpointId(CHANNEL, "cmaf"))))
        .isEqualTo(reference);
  }

  private static PackagePolicies policies() {
    return new PackagePolicies(
        "eu-west-1", "111122223333", "arn:aws:iam::111122223333:role/MediaLiveAccessRole");
  }

  private static CreateOriginEndpointRequest endpoint(Duration startOver) {
    return PackageShapes.createEndpoint(
        IDENTITY,
        new EndpointSpec(
            CHANNEL, Duration.ofSeconds(2), Duration.ofSeconds(60), startOver, Duration.ZERO),
        ROLE);
  }

  private static <T extends SdkPojo> T request(Class<T> type, JsonNode body) {
    return SdkJson.codec(type).read(JSON.writeValueAsBytes(body));
  }

  private static ObjectNode reference(String name) {
    try (InputStream json =
        Objects.requireNonNull(
            PackageShapesTest.class.getResourceAsStream("/requests/" + name + ".json"), name)) {
      return (ObjectNode) JSON.readTree(json);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
