package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.channel.live.ChannelDiff.Part;
import onair.channel.parts.Slate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChannelDiffTest {

  private static final ChannelSpec BUILT = ChannelSpec.DEFAULT;

  @Test
  void nothingIsReplacedWhenNothingChanged() {
    assertThat(ChannelDiff.between(BUILT, BUILT)).isEmpty();
  }

  @Test
  void nothingIsReplacedWhenNothingIsThere() {
    assertThat(ChannelDiff.between(spec("1080p", 0), null)).isEmpty();
  }

  @Test
  void anotherLadderReplacesTheEncoderAlone() {
    assertThat(ChannelDiff.between(spec("1080p", 3600), BUILT)).containsExactly(Part.ENCODER);
  }

  @Test
  void anotherDvrWindowOrRecordingsAreOnlyASettingOfTheEndpoint() {
    assertThat(ChannelDiff.between(spec("720p", 60), BUILT)).containsExactly(Part.WINDOW);
    assertThat(ChannelDiff.between(BUILT.recorded(true), BUILT)).containsExactly(Part.WINDOW);
  }

  @Test
  void anotherLatencyReplacesWhatMakesSegmentsAndWhatServesThem() {
    assertThat(ChannelDiff.between(packaged("low", null), BUILT))
        .isEqualTo(ChannelDiff.between(packaged("reduced", null), BUILT));
    assertThat(ChannelDiff.between(packaged("reduced", null), BUILT))
        .containsExactlyInAnyOrder(Part.ENCODER, Part.ENDPOINT);
  }

  @Test
  void anotherDelayReplacesTheEndpointAlone() {
    assertThat(ChannelDiff.between(packaged("standard", 30), BUILT)).containsExactly(Part.ENDPOINT);
    assertThat(ChannelDiff.between(packaged("standard", 0), BUILT)).isEmpty();
  }

  @Test
  void anotherProtocolReplacesTheInputAndWhatHoldsIt() {
    var srt = spec("srt", "720p", "mediapackage", 3600);

    assertThat(ChannelDiff.between(srt, BUILT)).containsExactlyInAnyOrder(Part.INPUT, Part.ENCODER);
  }

  @Test
  void aSecondPipelineOrAnotherWayInReplacesTheInputAndWhatHoldsIt() {
    ChannelSpec dual =
        new ChannelSpec(
            BUILT.ingest(),
            new EncodingSpec("720p", EncodingSpec.DUAL),
            BUILT.packaging(),
            false,
            AdsSpec.NONE);
    ChannelSpec backed =
        new ChannelSpec(
            new IngestSpec("rtmp", List.of(), 0, true, null),
            BUILT.encoding(),
            BUILT.packaging(),
            false,
            AdsSpec.NONE);

    for (ChannelSpec redundant : List.of(dual, backed)) {
      assertThat(ChannelDiff.between(redundant, BUILT))
          .containsExactlyInAnyOrder(Part.INPUT, Part.ENCODER);
      assertThat(ChannelDiff.between(BUILT, redundant))
          .containsExactlyInAnyOrder(Part.INPUT, Part.ENCODER);
    }
  }

  @Test
  void anotherKeyReplacesTheInputAndWhatHoldsItAndNothingElse() {
    assertThat(ChannelDiff.between(BUILT.rotated(), BUILT))
        .containsExactlyInAnyOrder(Part.INPUT, Part.ENCODER);
    assertThat(ChannelDiff.between(BUILT.rotated(), BUILT.rotated())).isEmpty();
  }

  @Test
  void anotherSlateReplacesTheEncoderAlone() {
    var slated =
        new ChannelSpec(
            BUILT.ingest(),
            new EncodingSpec(
                BUILT.encoding().ladder(),
                BUILT.encoding().pipelines(),
                null,
                new Slate("FF8000", null, 1000, 0)),
            BUILT.packaging(),
            BUILT.record(),
            BUILT.ads());

    assertThat(ChannelDiff.between(slated, BUILT)).containsExactly(Part.ENCODER);
    assertThat(ChannelDiff.between(BUILT, slated)).containsExactly(Part.ENCODER);
  }

  @Test
  void anotherTargetReplacesTheEncoderAlone() {
    ChannelSpec pushed = BUILT.pushedTo(List.of("smt_1"));

    assertThat(ChannelDiff.between(pushed, BUILT)).containsExactly(Part.ENCODER);
    assertThat(ChannelDiff.between(BUILT, pushed)).containsExactly(Part.ENCODER);
    assertThat(ChannelDiff.between(pushed, pushed)).isEmpty();
    assertThat(pushed.rotated().targets()).containsExactly("smt_1");
  }

  @Test
  void anotherOriginReplacesEverythingFromTheEncoderOn() {
    ChannelSpec s3 = spec("rtmp", "720p", "s3", 0);

    assertThat(ChannelDiff.between(s3, BUILT))
        .containsExactlyInAnyOrder(Part.ENCODER, Part.PACKAGING);
  }

  @Test
  void anotherWindowOfWhatTheEncoderPackagesReplacesTheEncoderAlone() {
    assertThat(ChannelDiff.between(spec("rtmp", "720p", "s3", 600), spec("rtmp", "720p", "s3", 0)))
        .containsExactly(Part.ENCODER);
  }

  private static ChannelSpec packaged(String latency, @Nullable Integer delaySeconds) {
    return new ChannelSpec(
        BUILT.ingest(),
        BUILT.encoding(),
        new PackagingSpec("mediapackage", null, latency, 3600, delaySeconds, null),
        BUILT.record(),
        BUILT.ads());
  }

  private static ChannelSpec spec(String ladder, int dvrWindowSeconds) {
    return spec("rtmp", ladder, "mediapackage", dvrWindowSeconds);
  }

  private static ChannelSpec spec(
      String protocol, String ladder, String origin, int dvrWindowSeconds) {
    return new ChannelSpec(
        IngestSpec.of(protocol, List.of()),
        new EncodingSpec(ladder, "single"),
        new PackagingSpec(origin, null, "standard", dvrWindowSeconds),
        false,
        AdsSpec.NONE);
  }
}
