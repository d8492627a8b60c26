package onair.channel.medialive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import onair.channel.parts.EncoderSource;
import onair.channel.parts.EncoderSpec;
import onair.channel.parts.EncoderState;
import onair.channel.parts.EncoderTarget;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.Slate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.medialive.model.AutomaticInputFailoverSettings;
import software.amazon.awssdk.services.medialive.model.ChannelClass;
import software.amazon.awssdk.services.medialive.model.ChannelState;
import software.amazon.awssdk.services.medialive.model.CreateChannelRequest;
import software.amazon.awssdk.services.medialive.model.InputAttachment;
import software.amazon.awssdk.services.medialive.model.InputPreference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EncoderShapesTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/MediaLiveAccessRole";

  /** The ladder the reference body was written with. */
  private static final Ladder REFERENCE =
      new Ladder(
          "reference",
          "1080p, 720p and 360p",
          30,
          2,
          new Ladder.Source(1920, 1080, 30),
          List.of(
              new Ladder.Video("v1080", 1920, 1080, 5_000_000, Ladder.Profile.HIGH),
              new Ladder.Video("v720", 1280, 720, 3_000_000, Ladder.Profile.HIGH),
              new Ladder.Video("v360", 640, 360, 800_000, Ladder.Profile.HIGH)),
          List.of(new Ladder.Audio("a1", 128_000, 48_000, 2)));

  private final EncoderShapes shapes = new EncoderShapes(ROLE);

  @Test
  void asksForWhatTheReferenceBodyAsksForWithOnePipeline() {
    ObjectNode reference =
        Requests.reference(
            "medialive-create-channel",
            Map.of(
                "Name", Requests.IDENTITY.name(),
                "RequestId", Requests.IDENTITY.token(),
                "ChannelClass", "SINGLE_PIPELINE",
                "Tags", Requests.IDENTITY.tags()));
    // Names of our own: they label things and mean nothing to AWS.
    group(reference).put("Name", "mediapackage");
    // So that the schedule can put tags in.
    ((ObjectNode)
            group(reference)
                .at("/OutputGroupSettings/MediaPackageGroupSettings/MediapackageV2GroupSettings"))
        .put("Id3Behavior", "ENABLED");
    ((ObjectNode) group(reference).withArray("Outputs").get(3)).put("OutputName", "a1");

    assertThat(asked(REFERENCE)).isEqualTo(Requests.request(CreateChannelRequest.class, reference));
  }

  @Test
  void aBackupTakesOverAfterASecondAndTheFirstIsGoneBackToWhenItHasStayed() {
    List<InputAttachment> attached =
        asked(REFERENCE, new EncoderSource("1", "2", false), true).inputAttachments();

    assertThat(attached)
        .extracting(InputAttachment::inputId, InputAttachment::inputAttachmentName)
        .containsExactly(tuple("1", "main"), tuple("2", "backup"));
    AutomaticInputFailoverSettings failover = attached.getFirst().automaticInputFailoverSettings();
    assertThat(failover.secondaryInputId()).isEqualTo("2");
    assertThat(failover.inputPreference()).isEqualTo(InputPreference.PRIMARY_INPUT_PREFERRED);
    assertThat(failover.errorClearTimeMsec()).isEqualTo(10_000);
    assertThat(failover.failoverConditions().getFirst().failoverConditionSettings())
        .satisfies(
            condition ->
                assertThat(condition.inputLossSettings().inputLossThresholdMsec()).isEqualTo(1000));
    assertThat(attached.getLast().automaticInputFailoverSettings()).isNull();
  }

  @Test
  void twoPipelinesAreAskedForByTheClassAlone() {
    var source = new EncoderSource("7654321", false);

    CreateChannelRequest dual = asked(REFERENCE, source, true);

    assertThat(dual.channelClass()).isEqualTo(ChannelClass.STANDARD);
    assertThat(dual.toBuilder().channelClass(ChannelClass.SINGLE_PIPELINE).build())
        .isEqualTo(asked(REFERENCE, source, false));
  }

  @Test
  void aSlateIsAColourOrAPictureAfterWhatWasSeenLast() {
    JsonNode colour =
        Requests.sent(
            CreateChannelRequest.class, asked(REFERENCE, new Slate("FF8000", null, 500, 0)));
    assertThat(colour.at("/EncoderSettings/GlobalConfiguration/InputLossBehavior"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"RepeatFrameMsec":500,"BlackFrameMsec":0,"InputLossImageType":"COLOR",
                     "InputLossImageColor":"FF8000"}
                    """));
    JsonNode picture =
        Requests.sent(
            CreateChannelRequest.class,
            asked(REFERENCE, new Slate(null, "https://a.example/a.png", 0, 2000)));
    assertThat(picture.at("/EncoderSettings/GlobalConfiguration/InputLossBehavior"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"RepeatFrameMsec":0,"BlackFrameMsec":2000,"InputLossImageType":"SLATE",
                     "InputLossImageSlate":{"Uri":"https://a.example/a.png"}}
                    """));
    assertThat(sent(REFERENCE).at("/EncoderSettings/GlobalConfiguration").isMissingNode()).isTrue();
  }

  private static ObjectNode group(ObjectNode body) {
    return (ObjectNode) body.at("/EncoderSettings/OutputGroups/0");
  }

  private CreateChannelRequest asked(Ladder ladder) {
    return asked(ladder, new EncoderSource("7654321", false), false);
  }

  private CreateChannelRequest asked(Ladder ladder, Slate slate) {
    return asked(ladder, new EncoderSource("7654321", false), false, slate);
  }

  private CreateChannelRequest asked(Ladder ladder, EncoderSource source, boolean dual) {
    return asked(ladder, source, dual, null);
  }

  private CreateChannelRequest asked(
      Ladder ladder, EncoderSource source, boolean dual, @Nullable Slate slate) {
    return shapes.createChannel(
        Requests.IDENTITY,
        new EncoderSpec(
            ladder,
            source,
            dual,
            new EncoderTarget.Package(new PackageChannelId("grp1", "ev-42")),
            slate));
  }

  private JsonNode sent(Ladder ladder) {
    return Requests.sent(CreateChannelRequest.class, asked(ladder));
  }

  @Test
  void aLadderBelow1080LinesDoesNotPayForMoreInputThan10Megabits() {
    assertThat(sent(Ladders.bundled().require("720p")).at("/InputSpecification/MaximumBitrate"))
        .hasToString("\"MAX_10_MBPS\"");
    assertThat(sent(Ladders.bundled().require("1080p")).at("/InputSpecification/MaximumBitrate"))
        .hasToString("\"MAX_20_MBPS\"");
  }

  @Test
  void everyLadderHasAnOutputPerRenditionAndSegmentsOfOneGop() {
    for (Ladder ladder : Ladders.bundled().all()) {
      JsonNode body = sent(ladder);
      assertThat(body.at("/EncoderSettings/OutputGroups/0/Outputs"))
          .as(ladder.name())
          .hasSize(ladder.video().size() + ladder.audio().size());
      assertThat(
              body.at(
                      "/EncoderSettings/OutputGroups/0/OutputGroupSettings/MediaPackageGroupSettings/MediapackageV2GroupSettings/SegmentLength")
                  .asInt())
          .isEqualTo(ladder.gopSeconds());
    }
  }

  @ParameterizedTest
  @EnumSource(ChannelState.class)
  void everyStateOfAwsMeansSomething(ChannelState state) {
    EncoderState meaning = EncoderShapes.state(state);

    assertThat(meaning.runs())
        .isEqualTo(state == ChannelState.RUNNING || state == ChannelState.RECOVERING);
    if (state != ChannelState.UNKNOWN_TO_SDK_VERSION && state != ChannelState.DELETED) {
      assertThat(meaning.name()).isEqualTo(state.toString());
    }
  }
}
