package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.channel.live.ChannelStatus.Word;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderTarget;
import onair.channel.parts.EncoderTarget.Store;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.EndpointV1Spec;
import onair.common.patch.Patch;
import onair.common.version.IfMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The same channel, packaged and served in each way there is. */
class ChannelOriginsIT extends ReconcilerScenario {

  @Autowired
  ChannelOriginsIT(World world) {
    super(world);
  }

  private EncoderTarget target() {
    return ((EncoderSpec) cloud.all("medialive-channel").getFirst().spec()).target();
  }

  @ParameterizedTest
  @CsvSource({
    "s3, s3-folder, S3, /live-s3/",
    "mediastore, mediastore-folder, MEDIASTORE, /live-ms/"
  })
  void theEncoderWritesHlsIntoAFolderOfTheChannelsOwn(
      String origin, String kind, Store store, String root) {
    Channel waiting = awaitWord(start(create(null, origin, null)), Word.WAITING);

    String folder = root + cloud.all(kind).getFirst().id();
    assertThat(waiting.holdings().origin()).isEqualTo(new Origin(folder, "index.m3u8", null));
    assertThat(target())
        .isInstanceOfSatisfying(
            EncoderTarget.Folder.class,
            to -> {
              assertThat(to.store()).isEqualTo(store);
              assertThat(to.destination()).endsWith(folder + "/index");
              assertThat(to.window()).isEqualTo(Duration.ofSeconds(60));
            });
    assertThat(cloud.all()).hasSize(4);

    commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());
    awaitGone(waiting);
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void mediaPackageV1ServesHlsAndDashBelowAddressesThatAwsChoseAndItsHostIsTold() {
    Channel waiting = awaitWord(start(create(null, null, "mediapackage_v1")), Word.WAITING);

    String hls = cloud.all("mediapackagev1-endpoint/hls").getFirst().id();
    String dash = cloud.all("mediapackagev1-endpoint/dash").getFirst().id();
    assertThat(waiting.holdings().origin())
        .isEqualTo(new Origin("/out/v1", hls + "/index.m3u8", dash + "/index.mpd"));
    assertThat(target()).isInstanceOf(EncoderTarget.PackageV1.class);
    assertThat(
            jdbc.sql("select domain from shared_origin where id = 'mediapackage-v1'")
                .query(String.class)
                .single())
        .isEqualTo("v1.example.com");

    commands.delete(ORGANIZATION, waiting.id().value(), IfMatch.any());
    awaitGone(waiting);
    assertThat(cloud.all()).isEmpty();
  }

  @Test
  void anotherOriginTakesTheOldOneAwayAndTheNextStartUsesTheNewOne() {
    Channel idle = awaitWord(stop(awaitWord(start(create()), Word.WAITING)), Word.IDLE);

    Channel changed = edit(idle, toS3(), ChannelEdits.Consent.NONE);
    assertThat(changed.spec().packaging().packager()).isNull();
    awaitUntil(changed, now -> cloud.all("mediapackage-channel").isEmpty());

    Channel waiting = awaitWord(start(changed), Word.WAITING);
    assertThat(target()).isInstanceOf(EncoderTarget.Folder.class);
    assertThat(waiting.holdings().origin()).isNotNull();
    assertThat(cloud.all()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {PackagingSpec.V2, PackagingSpec.V1})
  void reducedLatencyIsShorterSegmentsFromTheEncoderOnAndADelayIsKeptByTheOrigin(String packager) {
    var request =
        new ChannelRequest(
            "Show", null, null, "reduced", null, packager, null, null, 0, 30, null, null, null,
            null);
    awaitWord(start(commands.create(ORGANIZATION, request)), Word.WAITING);

    var encoder = (EncoderSpec) cloud.all("medialive-channel").getFirst().spec();
    assertThat(encoder.ladder().gopSeconds()).isEqualTo(1);
    assertThat(cloud.all())
        .extracting(FakeCloud.Thing::spec)
        .filteredOn(spec -> spec instanceof EndpointSpec || spec instanceof EndpointV1Spec)
        .isNotEmpty()
        .allSatisfy(
            spec ->
                assertThat(spec)
                    .hasFieldOrPropertyWithValue("segment", Duration.ofSeconds(1))
                    .hasFieldOrPropertyWithValue("startOver", Duration.ofSeconds(90))
                    .hasFieldOrPropertyWithValue("delay", Duration.ofSeconds(30)));
  }

  @Test
  void lowLatencyIsAManifestMoreWhichIsTheOneThatViewersGet() {
    var request =
        new ChannelRequest(
            "Show", null, null, "low", null, null, null, null, 0, null, null, null, null, null);

    Channel waiting = awaitWord(start(commands.create(ORGANIZATION, request)), Word.WAITING);

    var encoder = (EncoderSpec) cloud.all("medialive-channel").getFirst().spec();
    assertThat(encoder.ladder().gopSeconds()).isEqualTo(1);
    assertThat(cloud.all())
        .extracting(FakeCloud.Thing::spec)
        .filteredOn(EndpointSpec.class::isInstance)
        .singleElement()
        .hasFieldOrPropertyWithValue("segment", Duration.ofSeconds(1))
        .hasFieldOrPropertyWithValue("lowLatency", true);
    assertThat(waiting.holdings().origin())
        .extracting(Origin::hls, Origin::dash)
        .containsExactly("low.m3u8", "index.mpd");
  }

  private static ChannelPatch toS3() {
    return new ChannelPatch(
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.of("s3"),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.of(120),
        Patch.absent(),
        Patch.absent(),
        Patch.absent(),
        Patch.absent());
  }
}
