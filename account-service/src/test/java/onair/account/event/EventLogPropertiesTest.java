package onair.account.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;

class EventLogPropertiesTest {

  private static final Properties<EventLogProperties> PROPERTIES =
      Properties.of(EventLogProperties.class);

  @Test
  void keepsEventsForMoreThanAYear() {
    assertThat(PROPERTIES.bind().kept()).isEqualTo(Duration.ofDays(400));
    assertThat(PROPERTIES.bind("kept=30d").kept()).isEqualTo(Duration.ofDays(30));
  }

  @Test
  void refusesToForgetWhatIsStillTold() {
    assertThat(PROPERTIES.failure("kept=29d")).contains("kept must be at least 30d");
  }
}
