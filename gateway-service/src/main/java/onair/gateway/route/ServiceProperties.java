package onair.gateway.route;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the services listen: scheme, host and port, nothing after them. These addresses never leave
 * the gateway.
 *
 * @param accountUrl account-service, e.g. {@code http://127.0.0.1:8081}
 * @param channelUrl channel-service, e.g. {@code http://127.0.0.1:8082}
 * @param deliveryUrl delivery-service, e.g. {@code http://127.0.0.1:8083}
 */
@Validated
@ConfigurationProperties("onair.gateway")
record ServiceProperties(
    @NotNull @DefaultValue("http://127.0.0.1:8081") URI accountUrl,
    @NotNull @DefaultValue("http://127.0.0.1:8082") URI channelUrl,
    @NotNull @DefaultValue("http://127.0.0.1:8083") URI deliveryUrl) {

  /** The address of one service. */
  URI of(Service service) {
    return switch (service) {
      case ACCOUNT -> accountUrl;
      case CHANNEL -> channelUrl;
      case DELIVERY -> deliveryUrl;
    };
  }

  @AssertTrue(message = "each service address must be http(s)://host[:port] and nothing more")
  boolean isEachAddressBare() {
    return isBare(accountUrl) && isBare(channelUrl) && isBare(deliveryUrl);
  }

  private static boolean isBare(URI uri) {
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean nothingAfter = uri.getRawPath() == null || uri.getRawPath().matches("/?");
    return web
        && uri.getHost() != null
        && nothingAfter
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawUserInfo() == null;
  }
}
