package onair.delivery.distribution;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shared distribution and how it is looked after.
 *
 * @param baseUrl what playback URLs begin with, for example the edge of aws-local; empty for {@code
 *     https://} and the distribution's own domain name
 * @param distribution whether the installation has a distribution; {@code absent} takes it down in
 *     order and then playback URLs are empty
 * @param priceClass which edge locations serve; more of them cost more per gigabyte
 * @param deployPoll how often a distribution is looked at while it is being deployed or taken down
 * @param recheck how often a deployed one is compared with what is wanted
 */
@Validated
@ConfigurationProperties("onair.delivery")
record DistributionProperties(
    @Nullable URI baseUrl,
    @DefaultValue("present") @NotNull Presence distribution,
    @DefaultValue("europe_and_america") @NotNull PriceClass priceClass,
    @DefaultValue("2s") @NotNull Duration deployPoll,
    @DefaultValue("5m") @NotNull Duration recheck) {

  DistributionProperties {
    if (baseUrl != null && baseUrl.toString().isBlank()) {
      baseUrl = null;
    }
    if (baseUrl != null && (baseUrl.getScheme() == null || baseUrl.getHost() == null)) {
      throw new IllegalArgumentException(
          "onair.delivery.base-url must be an address such as http://127.0.0.1:8090, not "
              + baseUrl);
    }
    if (!deployPoll.isPositive() || !recheck.isPositive()) {
      throw new IllegalArgumentException(
          "onair.delivery.deploy-poll and onair.delivery.recheck must be longer than nothing");
    }
  }

  /**
   * What addresses of the distribution begin with, without a slash at the end; empty while there is
   * no domain name.
   */
  Optional<String> base(@Nullable String domainName) {
    if (baseUrl == null) {
      return Optional.ofNullable(domainName).map(name -> "https://" + name);
    }
    String base = baseUrl.toString();
    return Optional.of(base.endsWith("/") ? base.substring(0, base.length() - 1) : base);
  }

  /** Whether there should be a distribution. */
  enum Presence {
    PRESENT,
    ABSENT
  }
}
