package onair.account.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import onair.test.Properties;
import org.junit.jupiter.api.Test;

class ApiKeyPropertiesTest {

  private static final Properties<ApiKeyProperties> PROPERTIES =
      Properties.of(ApiKeyProperties.class);

  @Test
  void makesTestKeysByDefaultAndLiveOnesWhenTold() {
    assertThat(PROPERTIES.bind().environment()).isEqualTo(ApiKeySecret.Environment.TEST);
    assertThat(PROPERTIES.bind("environment=live").environment())
        .isEqualTo(ApiKeySecret.Environment.LIVE);
    assertThat(PROPERTIES.failure("environment=both")).contains("environment");
  }
}
