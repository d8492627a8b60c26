package onair.awslocal.media.srt;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import onair.awslocal.media.AllowList;
import onair.awslocal.media.SrtRefusal;
import org.jspecify.annotations.Nullable;

/**
 * The public port of an end that is called. Packets from addresses that are not allowed go no
 * further. Each caller gets a socket of its own towards ffmpeg, which tells callers apart by it.
 */
final class ListenerRelay implements Relay {

  /** Callers that are trying at a time; more are an attack. */
  private static final int MOST_CALLERS = 16;

  /** A live end of SRT says something every second. */
  private static final Duration SILENCE = Duration.ofMillis(2_500);

  private final AllowList allowed;
  private final RelayEvents events;
  private final DatagramSocket outside;
  private final Map<InetSocketAddress, Caller> callers = new LinkedHashMap<>();
  private @Nullable InetSocketAddress process;
  private @Nullable Caller connected;

  /** One address that calls, and its socket towards the process. */
  private static final class Caller {

    final InetSocketAddress address;
    final DatagramSocket inside;
    long lastHeard = System.nanoTime();

    Caller(InetSocketAddress address, DatagramSocket inside) {
      this.address = address;
      this.inside = inside;
    }

    boolean isSilent() {
      return System.nanoTime() - lastHeard > SILENCE.toNanos();
    }
  }

  /**
   * Takes the port; nobody is heard before the first {@link #next}.
   *
   * @throws IOException when the port is in use
   */
  ListenerRelay(InetAddress address, int port, AllowList allowed, RelayEvents events)
      throws IOException {
    this.allowed = allowed;
    this.events = events;
    this.outside = Datagrams.bound(address, port);
    Datagrams.receive("srt-port-" + port, outside, this::fromOutside);
  }

  @Override
  public synchronized int next() throws IOException {
    forget();
    int port = Datagrams.freePort();
    process = new InetSocketAddress(Datagrams.LOOPBACK, port);
    return port;
  }

  @Override
  public synchronized void close() {
    process = null;
    outside.close();
    forget();
  }

  private void forget() {
    callers.values().forEach(caller -> caller.inside.close());
    callers.clear();
    connected = null;
  }

  private void fromOutside(DatagramPacket packet) {
    if (!(packet.getSocketAddress() instanceof InetSocketAddress address)) {
      return;
    }
    if (!allowed.contains(address.getAddress())) {
      if (SrtPacket.isHandshake(packet)) {
        events.refused(SrtRefusal.ADDRESS_NOT_ALLOWED);
      }
      return;
    }
    if (pass(address, packet)) {
      events.left();
    }
  }

  /** Says whether the one that is connected is gone. */
  private synchronized boolean pass(InetSocketAddress address, DatagramPacket packet) {
    InetSocketAddress to = process;
    Caller caller = callers.get(address);
    if (caller == null && to != null && SrtPacket.isHandshake(packet)) {
      caller = admit(address, to);
    }
    if (caller == null || to == null) {
      return false;
    }
    caller.lastHeard = System.nanoTime();
    Datagrams.send(caller.inside, packet, to);
    Caller current = connected;
    return current != null
        && (caller == current ? SrtPacket.isGoodbye(packet) : current.isSilent());
  }

  private @Nullable Caller admit(InetSocketAddress address, InetSocketAddress to) {
    if (callers.size() >= MOST_CALLERS) {
      Caller oldest = callers.values().iterator().next();
      if (oldest == connected) {
        return null;
      }
      oldest.inside.close();
      callers.remove(oldest.address);
    }
    try {
      DatagramSocket inside = Datagrams.bound(Datagrams.LOOPBACK, 0);
      inside.connect(to);
      Caller caller = new Caller(address, inside);
      callers.put(address, caller);
      Datagrams.receive("srt-caller", inside, answer -> fromProcess(caller, answer));
      return caller;
    } catch (IOException e) {
      return null; // no socket is left: as if nobody had called
    }
  }

  private void fromProcess(Caller caller, DatagramPacket packet) {
    if (SrtPacket.isAcceptance(packet)) {
      accepted(caller);
    }
    Datagrams.send(outside, packet, caller.address);
    SrtPacket.refusal(packet).ifPresent(events::refused);
  }

  private void accepted(Caller caller) {
    synchronized (this) {
      if (connected == caller || callers.get(caller.address) != caller) {
        return;
      }
      connected = caller;
    }
    events.accepted(caller.address.getAddress().getHostAddress());
  }
}
