package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import onair.channel.live.ChannelDiff.Part;
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
  void anotherDvrWindowReplacesTheEndpointAlone() {
    assertThat(ChannelDiff.between(spec("720p", 60), BUILT)).containsExactly(Part.ENDPOINT);
  }

  @Test
  void anotherProtocolReplacesTheInputAndWhatHoldsIt() {
    var srt = new ChannelSpec("srt", "720p", "standard", "mediapackage", "single", 3600, false);

    assertThat(ChannelDiff.between(srt, BUILT)).containsExactlyInAnyOrder(Part.INPUT, Part.ENCODER);
  }

  private static ChannelSpec spec(String ladder, int dvrWindowSeconds) {
    return new ChannelSpec(
        "rtmp", ladder, "standard", "mediapackage", "single", dvrWindowSeconds, false);
  }
}
