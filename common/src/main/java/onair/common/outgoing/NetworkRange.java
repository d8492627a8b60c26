package onair.common.outgoing;

import java.net.InetAddress;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;

/** A range of addresses of one family, {@code 10.0.0.0/8}. */
record NetworkRange(String text, InetAddressMatcher matcher) {

  /**
   * @throws IllegalArgumentException when it is no address or range, names included
   */
  static NetworkRange of(String text) {
    return new NetworkRange(text, InetAddressMatchers.fromIpAddress(text));
  }

  boolean has(InetAddress address) {
    return matcher.matches(address);
  }
}
