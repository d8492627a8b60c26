package onair.account.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;

class InvitationPropertiesTest {

  private static final Properties<InvitationProperties> PROPERTIES =
      Properties.of(InvitationProperties.class);

  @Test
  void letsAnInvitationLiveAWeekOrAsLongAsItIsTold() {
    assertThat(PROPERTIES.bind().life()).isEqualTo(Duration.ofDays(7));
    assertThat(PROPERTIES.bind("life=1h").life()).isEqualTo(Duration.ofHours(1));
    assertThat(PROPERTIES.failure("life=0s")).contains("onair.account.invitation.life must be");
  }
}
