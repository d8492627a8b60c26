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
import onair.channel.parts.PushTarget;
import onair.channel.parts.Slate;
import onair.common.aws.Difference;
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

  @Test
  void eachTargetIsAGroupOfItsOwnThatIsTriedForEverAndHoldsNothingUp() {
    var target = new PushTarget("smt_1", "rtmps://live.example.com:443/app", "a-key-of-theirs");
    var spec =
        new EncoderSpec(
            REFERENCE,
            new EncoderSource("7654321", false),
            false,
            new EncoderTarget.Package(new PackageChannelId("grp1", "ev-42")),
            null,
            List.of(target, new PushTarget("smt_2", "rtmp://192.0.2.1/live", "another-key")));

    JsonNode sent =
        Requests.sent(CreateChannelRequest.class, shapes.createChannel(Requests.IDENTITY, spec));

    assertThat(sent.at("/EncoderSettings/OutputGroups")).hasSize(3);
    assertThat(sent.at("/Destinations/1"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"Id":"smt_1","Settings":[{"StreamName":"a-key-of-theirs",
                     "Url":"rtmps://live.example.com:443/app"}]}
                    """));
    JsonNode group = sent.at("/EncoderSettings/OutputGroups/1");
    assertThat(group.at("/OutputGroupSettings/RtmpGroupSettings"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"CacheFullBehavior":"DISCONNECT_IMMEDIATELY","InputLossAction":"EMIT_OUTPUT",
                     "RestartDelay":15}
                    """));
    assertThat(group.path("Outputs")).hasSize(1);
    assertThat(group.at("/Outputs/0/VideoDescriptionName").asString())
        .isEqualTo(REFERENCE.video().getFirst().name());
    assertThat(group.at("/Outputs/0/AudioDescriptionNames")).hasSize(1);
    assertThat(target.toString()).doesNotContain("a-key-of-theirs");
  }

  @Test
  void aKeySomebodyChangedIsNotRepeated() {
    var other = new Difference("destinations[1].settings[0].streamName", "ours", "theirs");
    var level = new Difference("logLevel", "WARNING", "ERROR");

    assertThat(EncoderShapes.withoutKeys(List.of(other, level)))
        .contains(level)
        .noneMatch(told -> told.wanted().equals("ours") || told.found().equals("theirs"))
        .hasSize(2);
  }

  @Test
  void whatAwsSaysIsMeantForWhomItNamesAndRepeatsNoKey() {
    var one = new PushTarget("smt_1", "rtmp://192.0.2.1/live", "key-of-one");
    var two = new PushTarget("smt_2", "rtmp://192.0.2.1/live", "key-of-two");
    var three = new PushTarget("smt_3", "rtmp://192.0.2.3/live", "key-of-three");
    List<PushTarget> all = List.of(one, two, three);

    assertThat(PushTarget.meant("Output smt_2: refused", all)).containsExactly(two);
    assertThat(PushTarget.meant("unable to open [rtmp://192.0.2.1/live/key]", all))
        .containsExactly(one, two);
    assertThat(PushTarget.meant("something else", all)).isEmpty();
    assertThat(PushTarget.redact("rtmp://192.0.2.3/live/key-of-three", all))
        .isEqualTo("rtmp://192.0.2.3/live/…");
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
            slate,
            List.of()));
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
