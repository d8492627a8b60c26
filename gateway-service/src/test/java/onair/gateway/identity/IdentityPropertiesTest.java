package onair.gateway.identity;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class IdentityPropertiesTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Binding.class);

  @EnableConfigurationProperties(IdentityProperties.class)
  static class Binding {}

  @EnableConfigurationProperties(IdentityProperties.Signing.class)
  static class SigningBinding {}

  @Test
  void forgetsWithinFiveSecondsByDefault() {
    runner.run(
        context ->
            assertThat(context.getBean(IdentityProperties.class))
                .isEqualTo(
                    new IdentityProperties(
                        ofSeconds(3), ofSeconds(2), ofSeconds(2), ofSeconds(10), ofSeconds(60))));
  }

  @Test
  void takesEachTimeFromItsProperty() {
    runner
        .withPropertyValues(
            "onair.gateway.identity.known-for=1s",
            "onair.gateway.identity.unknown-for=5s",
            "onair.gateway.identity.check-timeout=4s",
            "onair.gateway.identity.sign-in-timeout=20s",
            "onair.gateway.identity.token-life=30s")
        .run(
            context ->
                assertThat(context.getBean(IdentityProperties.class))
                    .isEqualTo(
                        new IdentityProperties(
                            ofSeconds(1),
                            ofSeconds(5),
                            ofSeconds(4),
                            ofSeconds(20),
                            ofSeconds(30))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "known-for=4s",
        "known-for=0s",
        "check-timeout=10s",
        "unknown-for=-1s",
        "token-life=1s"
      })
  void refusesToStartWhenRevokingWouldTakeLongerOrATimeMakesNoSense(String property) {
    runner
        .withPropertyValues("onair.gateway.identity." + property)
        .run(context -> assertThat(context).hasFailed());
  }

  @Test
  void refusesToStartWithoutTheSigningKey() {
    new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
        .withUserConfiguration(SigningBinding.class)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasStackTraceContaining("must name the PEM file"));
  }
}
