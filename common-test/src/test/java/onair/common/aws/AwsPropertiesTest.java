package onair.common.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import onair.test.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsPropertiesTest {

  private static final Properties<AwsProperties> PROPERTIES = Properties.of(AwsProperties.class);

  @Test
  void reachesAwsItselfByDefault() {
    assertThat(PROPERTIES.bind())
        .isEqualTo(
            new AwsProperties(
                null,
                "eu-west-1",
                "000000000000",
                null,
                null,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                3,
                64));
  }

  @Test
  void takesEveryKey() {
    assertThat(
            PROPERTIES.bind(
                "endpoint=http://127.0.0.1:4566",
                "region=us-east-1",
                "account-id=123456789012",
                "access-key-id=a",
                "secret-access-key=b",
                "call-timeout=4s",
                "attempt-timeout=3s",
                "connect-timeout=1s",
                "max-attempts=1",
                "max-connections=5"))
        .isEqualTo(
            new AwsProperties(
                URI.create("http://127.0.0.1:4566"),
                "us-east-1",
                "123456789012",
                "a",
                "b",
                Duration.ofSeconds(4),
                Duration.ofSeconds(3),
                Duration.ofSeconds(1),
                1,
                5));
  }

  @Test
  void countsEmptyAsNotSet() {
    AwsProperties empty = PROPERTIES.bind("endpoint=", "access-key-id=", "secret-access-key=");

    assertThat(empty).isEqualTo(PROPERTIES.bind());
  }

  @Test
  void neverPrintsTheSecret() {
    assertThat(PROPERTIES.bind("access-key-id=a", "secret-access-key=canary").toString())
        .doesNotContain("canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint=127.0.0.1:4566 | Illegal character in scheme name",
        "endpoint=localhost:4566 | onair.aws.endpoint must be like http://127.0.0.1:4566",
        "endpoint=ftp://127.0.0.1 | onair.aws.endpoint must be like",
        "region=Mars | region",
        "account-id=12 | must be twelve digits",
        "access-key-id=a | are given together or not at all",
        "call-timeout=0s | onair.aws.call-timeout must be longer than nothing",
        "attempt-timeout=-1s | onair.aws.attempt-timeout must be longer",
        "connect-timeout=0s | onair.aws.connect-timeout must be longer",
        "max-attempts=0 | maxAttempts",
        "max-connections=0 | maxConnections",
        "max-connections=many | max-connections"
      })
  void saysWhatIsWrong(String setting, String message) {
    assertThat(PROPERTIES.failure(setting)).contains(message);
  }

  @Test
  void namesTheDeployment() {
    Properties<DeploymentProperties> deployment = Properties.of(DeploymentProperties.class);

    assertThat(deployment.bind().deployment()).isEqualTo("local");
    assertThat(deployment.bind("deployment=prod-1").deployment()).isEqualTo("prod-1");
    assertThat(deployment.failure("deployment=No Spaces")).contains("must be 1 to 20 of a-z");
  }
}
