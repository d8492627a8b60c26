package onair.common.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import onair.test.Properties;

/** Clients as they are configured, on names the test makes up. */
final class Clients {

  private Clients() {}

  static OutgoingProperties properties(String... settings) {
    return Properties.of(OutgoingProperties.class).bind(settings);
  }

  static GuardedClient client(OutgoingProperties properties, HostLookup names) {
    return new GuardedClient(properties, new TargetCheck(properties, names));
  }

  static GuardedClient client(OutgoingProperties properties, HostLookup names, SSLContext trust) {
    return new GuardedClient(properties, new TargetCheck(properties, names), trust);
  }

  /** One that may call 127.0.0.1, and nothing else that is not public, by http on any port. */
  static GuardedClient ofThisMachine(HostLookup names) {
    return client(thisMachine(), names);
  }

  static OutgoingProperties thisMachine() {
    return properties(
        "plain-http=true",
        "ports=",
        "allowed-networks=127.0.0.1/32",
        "timeout=20s",
        "max-body=1KB");
  }

  /** A name server that gives an answer after another; the last one for ever. */
  static final class Names implements HostLookup {

    private final Map<String, Queue<String[]>> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    Names with(String host, String... addresses) {
      answers.computeIfAbsent(host, unknown -> new ArrayDeque<>()).add(addresses);
      return this;
    }

    synchronized List<String> asked() {
      return List.copyOf(asked);
    }

    @Override
    public synchronized InetAddress[] addresses(String host) throws UnknownHostException {
      Queue<String[]> rest = answers.get(host);
      if (rest == null) {
        return InetAddress.getAllByName(host);
      }
      asked.add(host);
      String[] now = rest.size() > 1 ? rest.remove() : rest.element();
      var addresses = new InetAddress[now.length];
      for (int i = 0; i < now.length; i++) {
        addresses[i] = InetAddress.getByAddress(host, InetAddress.getByName(now[i]).getAddress());
      }
      return addresses;
    }
  }

  static final Duration GENEROUS = Duration.ofSeconds(20);
}
