package onair.account.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests the gateways let through. Each is a bucket that holds {@code permits} and fills
 * again evenly {@code within} a time, so that many may come at once, and no more than that for
 * long.
 *
 * @param key for one API key or one signed-in member
 * @param organization for all keys and members of an organization together
 * @param address for one IPv4 address, or one /64 of IPv6, whoever asks from there
 */
@ConfigurationProperties("onair.account.limit")
record LimitProperties(
    @DefaultValue Key key, @DefaultValue Organization organization, @DefaultValue Address address) {

  /** The rate of a kind. */
  Rate of(Kind kind) {
    return switch (kind) {
      case KEY -> new Rate(key.permits(), key.within());
      case ORGANIZATION -> new Rate(organization.permits(), organization.within());
      case ADDRESS -> new Rate(address.permits(), address.within());
    };
  }

  record Key(@DefaultValue("3000") int permits, @DefaultValue("60s") Duration within) {
    Key {
      check("key", permits, within);
    }
  }

  record Organization(@DefaultValue("12000") int permits, @DefaultValue("60s") Duration within) {
    Organization {
      check("organization", permits, within);
    }
  }

  record Address(@DefaultValue("6000") int permits, @DefaultValue("60s") Duration within) {
    Address {
      check("address", permits, within);
    }
  }

  private static void check(String name, int permits, Duration within) {
    if (permits < 0) {
      throw new IllegalArgumentException(
          "onair.account.limit." + name + ".permits must not be below 0, not " + permits);
    }
    if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "onair.account.limit." + name + ".within must be 1s to 24h, not " + within);
    }
  }
}
