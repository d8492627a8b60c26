package onair.common.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onair.common.outgoing.TargetRefused.Reason;
import onair.common.problem.Violation;

/**
 * Says whether we would call an address. To be asked when a user's address is stored; {@link
 * GuardedClient} asks again, of the very addresses it connects to, each time it calls.
 */
public final class TargetCheck {

  /** The violation's code. */
  public static final String CODE = "address_not_allowed";

  /** Longest address taken, in characters. */
  public static final int LONGEST = 2048;

  private static final int MAX_PORT = 65_535;
  private static final Pattern NAME =
      Pattern.compile(
          "(?=.{1,253}$)([a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]{2,45}]");

  /** Names that are no names of the internet (RFC 6761, RFC 6762, RFC 9476 and IANA's internal). */
  private static final Pattern INSIDE =
      Pattern.compile(
          "^[^.]*$|\\.(localhost|local|internal|test|invalid|onion|alt)$",
          Pattern.CASE_INSENSITIVE);

  private final boolean plainHttp;
  private final Set<Integer> ports;
  private final List<NetworkRange> allowed;
  private final HostLookup lookup;

  TargetCheck(OutgoingProperties properties, HostLookup lookup) {
    this.plainHttp = properties.plainHttp();
    this.ports = Set.copyOf(properties.ports());
    this.allowed = properties.allowedNetworks().stream().map(NetworkRange::of).toList();
    this.lookup = new BoundedLookup(lookup, properties.lookupTimeout());
  }

  /**
   * Returns when we would call it, as far as is known now: a name that has no address yet is fine.
   *
   * @throws TargetRefused when not
   */
  public void check(URI target) {
    checkForm(target);
    try {
      resolve(target.getHost());
    } catch (UnknownHostException notYet) {
      // whoever calls it will be told, and the next time may find it
    }
  }

  /**
   * What to tell the user about an address in a field of a request; empty when it is fine.
   *
   * @param field path in the request
   */
  public Optional<Violation> violation(String field, String address) {
    try {
      check(new URI(address));
      return Optional.empty();
    } catch (TargetRefused refused) {
      return Optional.of(new Violation(field, CODE, refused.sentence()));
    } catch (URISyntaxException malformed) {
      return Optional.of(new Violation(field, CODE, malformed().sentence()));
    }
  }

  /**
   * Like {@link #violation(String, String)}, about an address that somebody else connects to in our
   * name, such as AWS: at any port.
   *
   * @param schemes one of which it has to have; lower case
   */
  public Optional<Violation> violation(String field, String address, Set<String> schemes) {
    try {
      var target = new URI(address);
      requireForm(target);
      if (!schemes.contains(target.getScheme().toLowerCase(Locale.ROOT))) {
        throw new TargetRefused(
            Reason.SCHEME,
            "must begin with "
                + schemes.stream()
                    .sorted()
                    .map(scheme -> scheme + "://")
                    .collect(Collectors.joining(" or ")));
      }
      requireHost(target);
      resolve(target.getHost());
      return Optional.empty();
    } catch (TargetRefused refused) {
      return Optional.of(new Violation(field, CODE, refused.sentence()));
    } catch (URISyntaxException malformed) {
      return Optional.of(new Violation(field, CODE, malformed().sentence()));
    } catch (UnknownHostException notYet) {
      return Optional.empty();
    }
  }

  /**
   * Whether an address that is only shown to others, and never called by us, is one of the public
   * internet as far as can be seen from it. No name server is asked: what it says to us says
   * nothing about what it says to them.
   */
  public static boolean mayBeShown(URI address) {
    String host = address.getHost();
    if (host == null || address.getRawUserInfo() != null || address.getPort() > MAX_PORT) {
      return false;
    }
    if (IPV4.matcher(host).matches() || IPV6.matcher(host).matches()) {
      return PublicInternet.has(InetAddress.ofLiteral(host));
    }
    return NAME.matcher(host).matches() && !INSIDE.matcher(host).find();
  }

  /** All that can be said without asking a name server, except about the host's address. */
  void checkForm(URI target) {
    requireForm(target);
    String scheme = String.valueOf(target.getScheme());
    if (!scheme.equalsIgnoreCase("https") && !(plainHttp && scheme.equalsIgnoreCase("http"))) {
      throw new TargetRefused(
          Reason.SCHEME,
          plainHttp ? "must begin with https:// or http://" : "must begin with https://");
    }
    requireHost(target);
    if (!ports.isEmpty() && !ports.contains(port(target))) {
      throw new TargetRefused(
          Reason.PORT, "must use one of the ports " + ports.stream().sorted().toList());
    }
  }

  private static void requireForm(URI target) {
    if (target.toString().length() > LONGEST
        || target.getScheme() == null
        || target.getHost() == null
        || target.getPort() > MAX_PORT
        || target.getRawFragment() != null) {
      throw malformed();
    }
  }

  private static void requireHost(URI target) {
    if (target.getRawUserInfo() != null) {
      throw new TargetRefused(Reason.USER_INFO, "must not name a user or a password");
    }
    checkHost(target.getHost());
  }

  /** Only what every program reads as the same host. */
  private static void checkHost(String host) {
    if (!NAME.matcher(host).matches()
        && !IPV4.matcher(host).matches()
        && !IPV6.matcher(host).matches()) {
      throw malformed();
    }
  }

  /**
   * All addresses of the host, each of which may be connected to.
   *
   * @throws TargetRefused when one of them may not
   */
  InetAddress[] resolve(String host) throws UnknownHostException {
    checkHost(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
    InetAddress[] addresses = lookup.addresses(host);
    for (InetAddress address : addresses) {
      if (!mayConnect(address)) {
        throw new TargetRefused(
            Reason.NETWORK,
            "must lead to the public internet, and to no private or reserved address");
      }
    }
    return addresses;
  }

  private boolean mayConnect(InetAddress address) {
    return PublicInternet.has(address) || allowed.stream().anyMatch(range -> range.has(address));
  }

  static int port(URI target) {
    if (target.getPort() >= 0) {
      return target.getPort();
    }
    return target.getScheme().equalsIgnoreCase("https") ? 443 : 80;
  }

  static TargetRefused malformed() {
    return new TargetRefused(
        Reason.MALFORMED,
        "must be an address like https://example.com/path, without a fragment, of at most "
            + LONGEST
            + " characters");
  }
}
