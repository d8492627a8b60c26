package onair.common.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet and to nobody's inside: not what the registries of
 * special-purpose addresses hold, and not this machine's own.
 *
 * <p>Source: the IANA IPv4 and IPv6 Special-Purpose Address Registries, and RFC 5771 and RFC 1112
 * for multicast and the reserved rest. An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4,
 * Teredo) could lead anywhere, so none of those is public.
 */
final class PublicInternet {

  /** Unicast as far as IANA has given any out. */
  private static final NetworkRange GLOBAL_UNICAST = NetworkRange.of("2000::/3");

  private static final List<NetworkRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.31.196.0/24",
              "192.52.193.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "192.175.48.0/24",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              // the host's own services at Azure, on an address that looks public
              "168.63.129.16/32",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "2620:4f:8000::/48",
              "3fff::/20")
          .map(NetworkRange::of)
          .toList();

  private PublicInternet() {}

  static boolean has(InetAddress address) {
    return (address instanceof Inet4Address || GLOBAL_UNICAST.has(address))
        && SPECIAL.stream().noneMatch(range -> range.has(address))
        && !isThisMachine(address);
  }

  private static boolean isThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException unknown) {
      return true;
    }
  }
}
