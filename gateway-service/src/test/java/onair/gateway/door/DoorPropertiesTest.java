package onair.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class DoorPropertiesTest {
  private static final String RESPONSE_TIMEOUT =
      "spring.cloud.gateway.server.webflux.httpclient.response-timeout";

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Binding.class);

  private final ApplicationContextRunner door =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withBean(JsonMapper.class, () -> JsonMapper.builder().build())
          .withBean(InstantSource.class, InstantSource::system)
          .withUserConfiguration(DoorConfiguration.class, Services.class);

  @EnableConfigurationProperties(DoorProperties.class)
  static class Binding {}

  @EnableConfigurationProperties(HttpClientProperties.class)
  static class Services {}

  @Test
  void letsNoForeignPagesInByDefault() {
    runner.run(
        context ->
            assertThat(context.getBean(DoorProperties.class))
                .isEqualTo(
                    new DoorProperties(
                        "",
                        List.of("http://127.0.0.1:8090", "https://*.cloudfront.net"),
                        List.of("http://127.0.0.1:4566", "https://*.s3.eu-west-1.amazonaws.com"),
                        List.of(),
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        List.of())));
  }

  @Test
  void takesEachValueFromItsProperty() {
    runner
        .withPropertyValues(
            "onair.gateway.public-url=https://live.example",
            "onair.gateway.media-origins=https://cdn.example,https://*.cdn.example:8443",
            "onair.gateway.upload-origins=https://uploads.s3.eu-central-1.amazonaws.com",
            "onair.gateway.cors-origins=https://partner.example",
            "onair.gateway.body-limit=10KB",
            "onair.gateway.body-pause=3s",
            "onair.gateway.header-time=4s",
            "onair.gateway.body-time=5s",
            "onair.gateway.trusted-proxies=10.0.0.0/8,fd00::/8")
        .run(
            context ->
                assertThat(context.getBean(DoorProperties.class))
                    .isEqualTo(
                        new DoorProperties(
                            "https://live.example",
                            List.of("https://cdn.example", "https://*.cdn.example:8443"),
                            List.of("https://uploads.s3.eu-central-1.amazonaws.com"),
                            List.of("https://partner.example"),
                            DataSize.ofKilobytes(10),
                            Duration.ofSeconds(3),
                            Duration.ofSeconds(4),
                            Duration.ofSeconds(5),
                            List.of("10.0.0.0/8", "fd00::/8"))));
  }

  @ParameterizedTest
  @CsvSource({"30s, 30s", "31s, 30s", "2000ms, 1s"})
  void refusesToStartWhereASlowCallerLooksLikeASlowService(String body, String answer) {
    door.withPropertyValues("onair.gateway.body-time=" + body, RESPONSE_TIMEOUT + "=" + answer)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                    .hasMessageContaining("onair.gateway.body-time")
                    .hasMessageContaining("must be shorter than " + RESPONSE_TIMEOUT));
  }

  @ParameterizedTest
  @CsvSource({"29s, 30s", "20s, ''"})
  void startsWhereASlowCallerIsToldSoFirst(String body, String answer) {
    door.withPropertyValues("onair.gateway.body-time=" + body, RESPONSE_TIMEOUT + "=" + answer)
        .run(context -> assertThat(context).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public-url=live.example",
        "public-url=https://live.example/path",
        "media-origins=*",
        "media-origins=https://cdn.example; script-src *",
        "upload-origins=*",
        "upload-origins=https://*",
        "upload-origins=https://s3.example 'unsafe-inline'",
        "cors-origins=*",
        "cors-origins=https://*.example",
        "body-limit=big",
        "trusted-proxies=*",
        "trusted-proxies=10.0.0.0",
        "trusted-proxies=10.0.0.0/33"
      })
  void refusesToStartWithAValueThatWouldOpenTheDoor(String property) {
    runner
        .withPropertyValues("onair.gateway." + property)
        .run(context -> assertThat(context).hasFailed());
  }
}
