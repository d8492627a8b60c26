package onair.account.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapPropertiesTest {

  private static final Properties<BootstrapProperties> PROPERTIES =
      Properties.of(BootstrapProperties.class);

  @Test
  void makesNothingByDefault() {
    BootstrapProperties defaults = PROPERTIES.bind();

    assertThat(defaults.ownerEmail()).isNull();
    assertThat(defaults.ownerPassword()).isNull();
    assertThat(defaults.apiKey()).isNull();
    assertThat(defaults.organizationName()).isEqualTo("My organization");
  }

  @Test
  void takesEveryKey() {
    BootstrapProperties set =
        PROPERTIES.bind(
            "owner-email=a@b.c",
            "owner-password=long enough 1",
            "api-key=onair_test_x",
            "organization-name=Night Owls");

    assertThat(set.ownerEmail()).isEqualTo("a@b.c");
    assertThat(set.ownerPassword()).isEqualTo("long enough 1");
    assertThat(set.apiKey()).isEqualTo("onair_test_x");
    assertThat(set.organizationName()).isEqualTo("Night Owls");
    assertThat(set.toString()).doesNotContain("long enough").doesNotContain("onair_test");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "owner-email=nobody | owner-password=long enough 1 | must be an email address",
        "owner-email=a@b.c | owner-password=short | at least 12 characters",
        "owner-email=a@b.c | owner-password= | at least 12 characters",
        "owner-email= | api-key=onair_test_x | needs onair.account.bootstrap.owner-email"
      })
  void saysWhatIsWrong(String one, String other, String message) {
    assertThat(PROPERTIES.failure(one, other)).contains(message);
  }
}
