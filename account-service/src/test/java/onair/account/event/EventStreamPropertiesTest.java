package onair.account.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;

class EventStreamPropertiesTest {

  private static final Properties<EventStreamProperties> PROPERTIES =
      Properties.of(EventStreamProperties.class);

  @Test
  void keepsStreamsOpenForMinutesAndShowsThatTheyLive() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new EventStreamProperties(
                Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofSeconds(1)));
    assertThat(PROPERTIES.bind("heartbeat=1s", "max-age=1h", "retry=3s"))
        .isEqualTo(
            new EventStreamProperties(
                Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofSeconds(3)));
  }

  @Test
  void refusesTimesThatMakeNoSense() {
    assertThat(PROPERTIES.failure("heartbeat=0s")).contains("heartbeat must be longer");
    assertThat(PROPERTIES.failure("max-age=0s")).contains("max-age must be longer");
    assertThat(PROPERTIES.failure("retry=-1s")).contains("retry must not be negative");
  }
}
