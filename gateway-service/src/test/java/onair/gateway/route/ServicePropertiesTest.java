package onair.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class ServicePropertiesTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
          .withUserConfiguration(Binding.class);

  @EnableConfigurationProperties(ServiceProperties.class)
  static class Binding {}

  @Test
  void looksForServicesOnThisMachineByDefault() {
    runner.run(
        context ->
            assertThat(context.getBean(ServiceProperties.class))
                .isEqualTo(
                    new ServiceProperties(
                        URI.create("http://127.0.0.1:8081"),
                        URI.create("http://127.0.0.1:8082"),
                        URI.create("http://127.0.0.1:8083"),
                        URI.create("http://127.0.0.1:8084"),
                        URI.create("http://127.0.0.1:8085"))));
  }

  @Test
  void takesEachAddressFromItsProperty() {
    runner
        .withPropertyValues(
            "onair.gateway.account-url=http://a:1",
            "onair.gateway.channel-url=https://b",
            "onair.gateway.delivery-url=http://c:3/")
        .run(
            context -> {
              var services = context.getBean(ServiceProperties.class);
              assertThat(services.of(Service.ACCOUNT)).isEqualTo(URI.create("http://a:1"));
              assertThat(services.of(Service.CHANNEL)).isEqualTo(URI.create("https://b"));
              assertThat(services.of(Service.DELIVERY)).isEqualTo(URI.create("http://c:3/"));
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a/path", "ftp://a", "a:8081", "http://u:p@a", "http://a?x=1", "http://"})
  void refusesToStartWithAnAddressThatIsNotBare(String address) {
    runner
        .withPropertyValues("onair.gateway.channel-url=" + address)
        .run(context -> assertThat(context).hasFailed());
  }
}
