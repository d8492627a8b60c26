package onair.awslocal.mediatailor.vast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MacrosTest {

  @Test
  void fillsInWhatIsKnownAndEncodesIt() {
    String filled =
        Macros.fill(
            "http://ads/vast?s=[session.id]&d=[session.avail_duration_secs]&u=[player_params.user name]&e=[scte.event_id]",
            Map.of(
                "session.id", "a/b&c",
                "session.avail_duration_secs", "30",
                "player_params.user name", "Zoë $1"));
    assertThat(filled).isEqualTo("http://ads/vast?s=a%2Fb%26c&d=30&u=Zo%C3%AB%20%241&e=");
  }

  @Test
  void leavesOtherWordsInBracketsToTheServer() {
    assertThat(Macros.fill("http://ads/?t=[TIMESTAMP]", Map.of()))
        .isEqualTo("http://ads/?t=%5BTIMESTAMP%5D");
  }

  @Test
  void aValueIsNotFilledInAgain() {
    assertThat(
            Macros.fill(
                "http://ads/?a=[player_params.a]",
                Map.of("player_params.a", "[session.id]", "session.id", "x")))
        .isEqualTo("http://ads/?a=%5Bsession.id%5D");
  }
}
