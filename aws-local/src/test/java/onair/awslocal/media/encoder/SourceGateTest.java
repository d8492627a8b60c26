package onair.awslocal.media.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import onair.awslocal.media.encoder.Gate.Step;
import onair.awslocal.media.rtmp.FlvTag;
import org.junit.jupiter.api.Test;

class SourceGateTest {

  private static final int LONG_TIME = 20_000;

  private final SourceGate gate = new SourceGate(true, true);

  @Test
  void beginsAtAKeyframeWithBothHeadersAndTimeZero() {
    assertThat(gate.accept(metadata())).isInstanceOf(Step.Wait.class);
    gate.accept(videoHeader(1));
    gate.accept(audioHeader(1));
    assertThat(gate.accept(picture(5_000))).isInstanceOf(Step.Wait.class);
    assertThat(gate.accept(sound(5_010))).isInstanceOf(Step.Wait.class);

    Step step = gate.accept(keyframe(5_040));

    assertThat(step).isInstanceOf(Step.Begin.class);
    List<FlvTag> tags = tags(((Step.Begin) step).pieces());
    assertThat(tags)
        .extracting(FlvTag::kind)
        .containsExactly(
            FlvTag.Kind.SCRIPT, FlvTag.Kind.VIDEO, FlvTag.Kind.AUDIO, FlvTag.Kind.VIDEO);
    assertThat(tags).extracting(FlvTag::timestamp).containsOnly(0L);
    assertThat(go(gate.accept(picture(5_080)))).extracting(FlvTag::timestamp).containsExactly(40L);
  }

  @Test
  void soundFromBeforeTheFirstPictureIsLeftOut() {
    begin();

    assertThat(gate.accept(sound(960))).isInstanceOf(Step.Wait.class);
    assertThat(go(gate.accept(sound(1_005)))).hasSize(1);
  }

  @Test
  void sourceWithoutSoundGetsSilenceInStepWithItsPictures() {
    gate.accept(videoHeader(1));
    assertThat(gate.accept(keyframe(0))).isInstanceOf(Step.Wait.class);

    Step step = gate.accept(keyframe(2_000));

    List<FlvTag> tags = tags(((Step.Begin) step).pieces());
    assertThat(tags.get(1)).isEqualTo(SilentAudio.HEADER);
    assertThat(go(gate.accept(picture(2_100))))
        .extracting(FlvTag::timestamp)
        .containsExactly(21L, 42L, 64L, 85L, 100L);
  }

  @Test
  void soundThatComesLaterBeginsAnew() {
    gate.accept(videoHeader(1));
    gate.accept(keyframe(0));
    gate.accept(keyframe(2_000));

    assertThat(gate.accept(audioHeader(1)))
        .isEqualTo(new Step.Break("the source changed its audio format"));
    assertThat(gate.accept(picture(2_040))).isInstanceOf(Step.Wait.class);
    assertThat(gate.accept(keyframe(4_000))).isInstanceOf(Step.Begin.class);
  }

  @Test
  void sameHeaderAgainIsNothingAndAnotherOneBeginsAnew() {
    begin();

    assertThat(gate.accept(videoHeader(1))).isInstanceOf(Step.Wait.class);
    assertThat(gate.accept(videoHeader(2)))
        .isEqualTo(new Step.Break("the source changed its video format"));
  }

  @Test
  void clockThatJumpsBeginsAnew() {
    for (long jump : new long[] {11_000, -1_500}) {
      gate.forget();
      begin();
      gate.accept(picture(5_000));

      assertThat(gate.accept(picture(5_000 + jump)))
          .isEqualTo(new Step.Break("the source's clock jumped by %d ms".formatted(jump)));
      assertThat(gate.accept(keyframe(5_000 + jump))).isInstanceOf(Step.Begin.class);
    }
  }

  @Test
  void clockBeyondWhatFlvCanCountBeginsAnew() {
    begin();
    for (long time = 10_000; time < Integer.MAX_VALUE; time += 9_000) {
      assertThat(gate.accept(picture(time))).isInstanceOf(Step.Go.class);
    }

    assertThat(gate.accept(picture(Integer.MAX_VALUE + 2_000L))).isInstanceOf(Step.Break.class);
  }

  @Test
  void sourceWithoutPicturesIsReportedOncePerConnection() {
    gate.accept(audioHeader(1));
    gate.accept(sound(0));

    assertThat(gate.accept(sound(LONG_TIME)))
        .isEqualTo(new Step.Unusable("the source sends no H.264 video"));
    assertThat(gate.accept(sound(2 * LONG_TIME))).isInstanceOf(Step.Wait.class);
    gate.forget();
    gate.accept(sound(0));
    assertThat(gate.accept(sound(LONG_TIME))).isInstanceOf(Step.Unusable.class);
  }

  @Test
  void sourceThatNeverSendsAKeyframeIsReported() {
    gate.accept(videoHeader(1));
    gate.accept(picture(0));

    assertThat(gate.accept(picture(LONG_TIME)))
        .isEqualTo(new Step.Unusable("the source sends no keyframe"));
  }

  @Test
  void jobWithoutVideoTakesSoundAlone() {
    SourceGate radio = new SourceGate(false, true);
    radio.accept(videoHeader(1));
    assertThat(radio.accept(keyframe(0))).isInstanceOf(Step.Wait.class);
    radio.accept(audioHeader(1));

    Step step = radio.accept(sound(10));

    assertThat(tags(((Step.Begin) step).pieces()))
        .extracting(FlvTag::kind)
        .containsOnly(FlvTag.Kind.AUDIO);
    assertThat(radio.accept(keyframe(20))).isInstanceOf(Step.Wait.class);
  }

  @Test
  void jobWithoutAudioTakesPicturesAlone() {
    SourceGate mute = new SourceGate(true, false);
    mute.accept(videoHeader(1));

    assertThat(mute.accept(keyframe(0))).isInstanceOf(Step.Begin.class);
    assertThat(mute.accept(audioHeader(1))).isInstanceOf(Step.Wait.class);
    assertThat(mute.accept(sound(10))).isInstanceOf(Step.Wait.class);
  }

  private void begin() {
    gate.accept(videoHeader(1));
    gate.accept(audioHeader(1));
    assertThat(gate.accept(keyframe(1_000))).isInstanceOf(Step.Begin.class);
  }

  private static List<FlvTag> go(Step step) {
    return tags(((Step.Go) step).pieces());
  }

  private static List<FlvTag> tags(List<Piece> pieces) {
    return pieces.stream().map(piece -> ((Piece.Tag) piece).tag()).toList();
  }

  private static FlvTag metadata() {
    return new FlvTag(FlvTag.Kind.SCRIPT, 0, new byte[] {2, 0, 0});
  }

  private static FlvTag videoHeader(int version) {
    return new FlvTag(FlvTag.Kind.VIDEO, 0, new byte[] {0x17, 0, 0, 0, 0, (byte) version});
  }

  private static FlvTag audioHeader(int version) {
    return new FlvTag(FlvTag.Kind.AUDIO, 0, new byte[] {(byte) 0xAF, 0, (byte) version});
  }

  private static FlvTag keyframe(long time) {
    return new FlvTag(FlvTag.Kind.VIDEO, time, new byte[] {0x17, 1, 0, 0, 0, 9});
  }

  private static FlvTag picture(long time) {
    return new FlvTag(FlvTag.Kind.VIDEO, time, new byte[] {0x27, 1, 0, 0, 0, 9});
  }

  private static FlvTag sound(long time) {
    return new FlvTag(FlvTag.Kind.AUDIO, time, new byte[] {(byte) 0xAF, 1, 9});
  }
}
