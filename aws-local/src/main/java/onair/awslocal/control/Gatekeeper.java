package onair.awslocal.control;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who may come in. A page of another site in a browser on this machine may not: it comes from a
 * loopback address, but cannot hide its {@code Origin}, nor, when its name was made to point here,
 * its {@code Host}.
 */
final class Gatekeeper {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> ANY = Set.of("0.0.0.0", "::", "[::]");

  private final ControlAccess access;
  private final Set<String> hosts;

  /**
   * @param host the address the port is bound to, also a name of the door unless it is every
   *     address
   */
  Gatekeeper(ControlAccess access, String host) {
    this.access = access;
    this.hosts = new HashSet<>(LOOPBACK);
    if (!ANY.contains(host)) {
      hosts.add(host.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * @throws ControlRefused saying why not
   */
  void require(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (access == ControlAccess.OFF) {
      throw refused("The control door is off; AWS_LOCAL_CONTROL says so.");
    }
    if (origin != null && !origin.equals("http://" + host)) {
      throw refused("Pages of other sites may not control aws-local.");
    }
    if (access == ControlAccess.LOOPBACK) {
      if (!isLoopback(request)) {
        throw refused(
            "The control door takes callers on its own machine; AWS_LOCAL_CONTROL=open lets others"
                + " in.");
      }
      if (host == null || !hosts.contains(nameOf(host))) {
        throw refused("The control door is at localhost, not at " + host + ".");
      }
    }
  }

  private static boolean isLoopback(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress address
        && address.getAddress() != null
        && address.getAddress().isLoopbackAddress();
  }

  private static String nameOf(String host) {
    return host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
  }

  private static ControlRefused refused(String message) {
    return new ControlRefused(403, "Forbidden", message);
  }
}
