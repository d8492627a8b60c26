package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import onair.channel.ladder.Ladder;
import onair.channel.ladder.Ladders;
import org.junit.jupiter.api.Test;

class RatesTest {

  @Test
  void anEncoderIsBilledByWhatItTakesAndByEachRendition() {
    Ladder fullHd = Ladders.bundled().require("1080p");

    assertThat(Rates.input(fullHd)).isEqualTo("medialive input avc hd 20mbps");
    assertThat(Rates.outputs(fullHd))
        .isEqualTo(
            Map.of(
                "medialive output avc hd 10mbps 30fps",
                2,
                "medialive output avc sd 10mbps 30fps",
                2,
                "medialive output audio",
                1));
    assertThat(Rates.bitsPerSecond(fullHd)).isEqualTo(10_328_000);
  }

  @Test
  void ultraHighDefinitionIsAClassOfItsOwn() {
    Ladder ladder = Ladders.bundled().require("2160p");

    assertThat(Rates.input(ladder)).isEqualTo("medialive input avc uhd 50mbps");
    assertThat(Rates.outputs(ladder))
        .containsEntry("medialive output avc uhd 20mbps 30fps", 1)
        .containsEntry("medialive output avc uhd 10mbps 30fps", 1)
        .containsEntry("medialive output avc hd 10mbps 30fps", 2);
  }

  @Test
  void moreBitsAndMorePicturesAreAnotherClass() {
    var video = new Ladder.Video("1080p", 1920, 1080, 12_000_000, Ladder.Profile.HIGH);
    var audio = new Ladder.Audio("aac", 128_000, 48_000, 2);
    var fast =
        new Ladder(
            "fast",
            "fast",
            50,
            2,
            new Ladder.Source(1920, 1080, 50),
            List.of(video),
            List.of(audio));

    assertThat(Rates.outputs(fast)).containsEntry("medialive output avc hd 20mbps 60fps", 1);
  }
}
