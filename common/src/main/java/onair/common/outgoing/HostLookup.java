package onair.common.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
@FunctionalInterface
interface HostLookup {

  /** At least one. */
  InetAddress[] addresses(String host) throws UnknownHostException;
}
