package onair.account.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;

class WebhookPropertiesTest {

  private static final String KEY = "secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final Properties<WebhookProperties> PROPERTIES =
      Properties.of(WebhookProperties.class);

  @Test
  void waitsTenSecondsForAReceiver() {
    WebhookProperties defaults = PROPERTIES.bind(KEY);

    assertThat(defaults.timeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(defaults.atATime()).isEqualTo(8);
    assertThat(defaults.kept()).isEqualTo(Duration.ofDays(30));
    assertThat(PROPERTIES.bind(KEY, "timeout=2s", "at-a-time=1", "kept=1h").atATime()).isEqualTo(1);
  }

  @Test
  void needsAKeyAndDoesNotShowIt() {
    assertThat(PROPERTIES.failure()).contains("secret-key must be 32 bytes in base64");
    assertThat(PROPERTIES.failure("secret-key=c2hvcnQ="))
        .contains("secret-key must be 32 bytes in base64")
        .doesNotContain("c2hvcnQ");
    assertThat(PROPERTIES.bind(KEY).toString()).doesNotContain("MDEy");
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(PROPERTIES.failure(KEY, "timeout=31s")).contains("timeout must be up to 30s");
    assertThat(PROPERTIES.failure(KEY, "at-a-time=0")).contains("at-a-time must be 1 to 20");
    assertThat(PROPERTIES.failure(KEY, "kept=0s")).contains("kept must be longer");
  }
}
