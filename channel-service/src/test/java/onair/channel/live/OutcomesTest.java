package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.common.reconcile.Outcome;
import org.junit.jupiter.api.Test;

class OutcomesTest {

  private static final Outcome SOON = new Outcome.Waiting("soon", Duration.ofSeconds(1));
  private static final Outcome LATER = new Outcome.Waiting("later", Duration.ofSeconds(9));
  private static final Outcome FAILED = new Outcome.Failed("no quota", Duration.ofSeconds(30));
  private static final Outcome BLOCKED = new Outcome.Blocked("no such role");

  @Test
  void theNearestTimeWinsAmongEquals() {
    assertThat(Outcomes.worse(LATER, SOON)).isEqualTo(SOON);
    assertThat(Outcomes.worse(SOON, LATER)).isEqualTo(SOON);
    assertThat(Outcomes.worse(null, LATER)).isEqualTo(LATER);
  }

  @Test
  void theWorseNewsWinsWhenever() {
    assertThat(Outcomes.worse(SOON, FAILED)).isEqualTo(FAILED);
    assertThat(Outcomes.worse(BLOCKED, FAILED)).isEqualTo(BLOCKED);
  }

  @Test
  void onlyWhatWentWrongIsTroubleForTheUser() {
    Seen seen = Seen.encoder(null);

    assertThat(Outcomes.tell(seen, SOON)).isEqualTo(seen);
    assertThat(Outcomes.tell(seen, FAILED))
        .isEqualTo(
            seen.trouble("AWS did not do what we asked, and we keep trying: no quota", false));
    assertThat(Outcomes.tell(seen, BLOCKED))
        .isEqualTo(seen.trouble("AWS refuses what we asked: no such role", true));
  }
}
