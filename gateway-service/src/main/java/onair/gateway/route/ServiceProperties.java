package onair.gateway.route;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.stream.Stream;
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
 * @param vodUrl vod-service, e.g. {@code http://127.0.0.1:8084}
 * @param adsUrl ads-service, e.g. {@code http://127.0.0.1:8085}
 */
@Validated
@ConfigurationProperties("onair.gateway")
record ServiceProperties(
    @NotNull @DefaultValue("http://127.0.0.1:8081") URI accountUrl,
    @NotNull @DefaultValue("http://127.0.0.1:8082") URI channelUrl,
    @NotNull @DefaultValue("http://127.0.0.1:8083") URI deliveryUrl,
    @NotNull @DefaultValue("http://127.0.0.1:8084") URI vodUrl,
    @NotNull @DefaultValue("http://127.0.0.1:8085") URI adsUrl) {

  /** The address of one service. */
  URI of(Service service) {
    return switch (service) {
      case ACCOUNT -> accountUrl;
      case CHANNEL -> channelUrl;
      case DELIVERY -> deliveryUrl;
      case VOD -> vodUrl;
      case ADS -> adsUrl;
    };
  }

  @AssertTrue(message = "each service address must be http(s)://host[:port] and nothing more")
  boolean isEachAddressBare() {
    return Stream.of(accountUrl, channelUrl, deliveryUrl, vodUrl, adsUrl)
        .allMatch(ServiceProperties::isBare);
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
