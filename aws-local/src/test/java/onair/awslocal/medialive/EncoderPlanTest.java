package onair.awslocal.medialive;

import static onair.awslocal.medialive.ChannelRequests.encoder;
import static onair.awslocal.medialive.ChannelRequests.group;
import static onair.awslocal.medialive.ChannelRequests.output;
import static onair.awslocal.medialive.ChannelRequests.sound;
import static onair.awslocal.medialive.ChannelRequests.video;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.medialive.model.AudioDescription;
import software.amazon.awssdk.services.medialive.model.Channel;
import software.amazon.awssdk.services.medialive.model.EncoderSettings;
import software.amazon.awssdk.services.medialive.model.H264FramerateControl;
import software.amazon.awssdk.services.medialive.model.H264Settings;
import software.amazon.awssdk.services.medialive.model.Input;
import software.amazon.awssdk.services.medialive.model.InputType;
import software.amazon.awssdk.services.medialive.model.VideoDescription;

class EncoderPlanTest {

  private static final Scope SCOPE = new Scope("111122223333", "eu-west-1");

  @Test
  void aLadderBecomesOneJobToTheMediaPackageChannel() {
    assertThat(plan(encoder()))
        .isEqualTo(
            new EncoderPlan.Carried(
                List.of(
                    new EncoderJob(
                        "1234567",
                        0,
                        List.of(new EncoderInput("main", new IngestPoint("live", "key"), null)),
                        List.of(
                            rung("v720", 1280, 720, 3_000_000), rung("v360", 640, 360, 800_000)),
                        List.of(new AudioRendition("a1", 128_000, 48_000, 2)),
                        "mediapackagev2/111122223333/eu-west-1/grp1/show",
                        List.of(),
                        List.of(),
                        null))));
  }

  @Test
  void onlyDescriptionsThatAreSentThereAreEncoded() {
    EncoderSettings settings =
        encoder().toBuilder().outputGroups(group(output("v360"), sound("a1"))).build();

    assertThat(carried(settings).video()).extracting(VideoRendition::name).containsExactly("v360");
  }

  @Test
  void namesAreMadeSafeForFilesAndStayDistinct() {
    EncoderSettings settings =
        encoder().toBuilder()
            .videoDescriptions(video("main/1", 640, 360, 1), video("main 1", 320, 180, 1))
            .outputGroups(group(output("main/1"), output("main 1"), sound("a1")))
            .build();

    assertThat(carried(settings).video())
        .extracting(VideoRendition::name)
        .containsExactly("main_1", "main_1-2");
  }

  @ParameterizedTest
  @CsvSource({
    "2, SECONDS, 30, 1, 2000",
    "60, FRAMES, 30, 1, 2000",
    "60, FRAMES, 30000, 1001, 2002",
    "1.5, SECONDS, 25, 1, 1500",
    ", FRAMES, 30, 1, 3000",
    "90, , , , 3000",
  })
  void gopsAreSecondsWhateverTheirUnit(
      Double size, String units, Integer numerator, Integer denominator, long millis) {
    H264Settings.Builder h264 = H264Settings.builder().gopSize(size).gopSizeUnits(units);
    if (numerator != null) {
      h264.framerateControl(H264FramerateControl.SPECIFIED)
          .framerateNumerator(numerator)
          .framerateDenominator(denominator);
    }

    assertThat(Renditions.gop(h264.build())).isEqualTo(Duration.ofMillis(millis));
  }

  @Test
  void whatIsLeftOpenHasMediaLivesDefaults() {
    EncoderSettings settings =
        encoder().toBuilder()
            .videoDescriptions(
                VideoDescription.builder()
                    .name("v720")
                    .width(1280)
                    .height(720)
                    .codecSettings(c -> c.h264Settings(h -> {}))
                    .build())
            .audioDescriptions(
                AudioDescription.builder()
                    .name("a1")
                    .codecSettings(c -> c.aacSettings(a -> {}))
                    .build())
            .outputGroups(group(output("v720"), sound("a1")))
            .build();

    EncoderJob job = carried(settings);

    assertThat(job.video())
        .containsExactly(
            new VideoRendition("v720", 1280, 720, 5_000_000, 0, 0, Duration.ofSeconds(3), "MAIN"));
    assertThat(job.audio()).containsExactly(new AudioRendition("a1", 192_000, 48_000, 2));
  }

  @Test
  void whatCannotBeEncodedHereHasOnlyStates() {
    EncoderSettings hevc =
        encoder().toBuilder()
            .videoDescriptions(
                VideoDescription.builder()
                    .name("v720")
                    .width(1280)
                    .height(720)
                    .codecSettings(c -> c.h265Settings(h -> {}))
                    .build())
            .outputGroups(group(output("v720"), sound("a1")))
            .build();

    assertThat(plan(hevc)).isInstanceOf(EncoderPlan.StatesOnly.class);
    assertThat(plan(encoder(), Optional.empty())).isInstanceOf(EncoderPlan.StatesOnly.class);
    assertThat(plan(encoder(), Optional.of(input(InputType.UDP_PUSH))))
        .isInstanceOf(EncoderPlan.StatesOnly.class);
  }

  private static EncoderJob carried(EncoderSettings settings) {
    return ((EncoderPlan.Carried) plan(settings)).jobs().getFirst();
  }

  private static EncoderPlan plan(EncoderSettings settings) {
    return plan(settings, Optional.of(input(InputType.RTMP_PUSH)));
  }

  private static EncoderPlan plan(EncoderSettings settings, Optional<InputRow> input) {
    return EncoderPlan.of(channel(settings), id -> input, (scope, arn) -> Optional.empty());
  }

  private static ChannelRow channel(EncoderSettings settings) {
    Channel channel =
        Shapes.fill(Channel.builder(), ChannelRequests.live("show", "7654321"))
            .encoderSettings(settings)
            .build();
    return new ChannelRow(SCOPE, "1234567", Instant.EPOCH, channel, null, "", null, List.of());
  }

  private static InputRow input(InputType type) {
    Input input = Input.builder().id("7654321").type(type).build();
    List<IngestPoint> points = List.of(new IngestPoint("live", "key"));
    return new InputRow(SCOPE, "7654321", Instant.EPOCH, input, points, null, "", null);
  }

  private static VideoRendition rung(String name, int width, int height, int bitrate) {
    return new VideoRendition(name, width, height, bitrate, 30, 1, Duration.ofSeconds(2), "HIGH");
  }
}
