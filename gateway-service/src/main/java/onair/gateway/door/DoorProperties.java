package onair.gateway.door;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the gateway looks from outside.
 *
 * @param publicUrl address people use when it is not the one the gateway sees, for example behind a
 *     load balancer that ends TLS; empty = as the request says
 * @param mediaOrigins origins the dashboard and embedded players may fetch video and pictures from:
 *     the CDN edge; a host may start with {@code *.}
 * @param uploadOrigins origins the dashboard may send files to: where the addresses lead that
 *     vod-service signs for parts of uploads; a host may start with {@code *.}
 * @param corsOrigins origins whose pages may call {@code /v1} with an API key; empty = none
 * @param bodyLimit largest request body; a larger one is refused with 413
 * @param bodyPause longest silence within a request body; then it is refused with 408
 * @param headerTime how long a request line and headers may take to arrive; then 408
 * @param bodyTime how long a whole request body may take; then 408. Shorter than a service may take
 *     to answer, or a slow caller looks like a slow service
 * @param trustedProxies ranges (CIDR) of the proxies in front of us whose {@code X-Forwarded-For}
 *     is believed; empty = none
 */
@Validated
@ConfigurationProperties("onair.gateway")
record DoorProperties(
    @DefaultValue("") @Pattern(regexp = "(https?://[^/?#@\\s]+)?", message = ORIGIN_OR_EMPTY)
        String publicUrl,
    @DefaultValue({"http://127.0.0.1:8090", "https://*.cloudfront.net"})
        List<@Pattern(regexp = FETCH_ORIGIN, message = FETCH_ORIGIN_MESSAGE) String> mediaOrigins,
    @DefaultValue({"http://127.0.0.1:4566", "https://*.s3.eu-west-1.amazonaws.com"})
        List<@Pattern(regexp = FETCH_ORIGIN, message = FETCH_ORIGIN_MESSAGE) String> uploadOrigins,
    @DefaultValue
        List<@Pattern(regexp = CORS_ORIGIN, message = CORS_ORIGIN_MESSAGE) String> corsOrigins,
    @NotNull @DefaultValue("1MB") DataSize bodyLimit,
    @NotNull @DefaultValue("10s") Duration bodyPause,
    @NotNull @DefaultValue("10s") Duration headerTime,
    @NotNull @DefaultValue("20s") Duration bodyTime,
    @DefaultValue List<@Pattern(regexp = RANGE, message = RANGE_MESSAGE) String> trustedProxies) {

  private static final String ORIGIN_OR_EMPTY = "must be empty or http(s)://host[:port]";
  private static final String FETCH_ORIGIN = "https?://(\\*\\.)?[A-Za-z0-9.-]+(:[0-9]+)?";
  private static final String FETCH_ORIGIN_MESSAGE = "must be http(s)://host[:port]";
  private static final String CORS_ORIGIN = "https?://[A-Za-z0-9.-]+(:[0-9]+)?";
  private static final String CORS_ORIGIN_MESSAGE =
      "must be one exact origin, http(s)://host[:port]";

  private static final String RANGE =
      "((\\d{1,3}\\.){3}\\d{1,3}/(3[0-2]|[12]?\\d)|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*/(12[0-8]|1[01]\\d|\\d{1,2}))";
  private static final String RANGE_MESSAGE = "must be a range such as 10.0.0.0/8 or fd00::/8";

  DoorProperties {
    mediaOrigins = List.copyOf(mediaOrigins);
    uploadOrigins = List.copyOf(uploadOrigins);
    corsOrigins = List.copyOf(corsOrigins);
    trustedProxies = List.copyOf(trustedProxies);
  }

  /**
   * Makes sure that a slow caller is told so before the service it sends to seems slow.
   *
   * @param answer how long a service may take to answer, with the time the request takes to come;
   *     null = as long as it likes
   * @throws InvalidConfigurationPropertyValueException when bodies may take as long
   */
  void requireBodiesBefore(@Nullable Duration answer) {
    if (answer != null && bodyTime.compareTo(answer) >= 0) {
      throw new InvalidConfigurationPropertyValueException(
          "onair.gateway.body-time",
          bodyTime,
          "must be shorter than spring.cloud.gateway.server.webflux.httpclient.response-timeout (%s), or a slow caller looks like a slow service"
              .formatted(answer));
    }
  }
}
