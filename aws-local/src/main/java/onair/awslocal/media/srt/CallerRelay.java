package onair.awslocal.media.srt;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** The way out for an end that calls. The other side's name is resolved anew for each process. */
final class CallerRelay implements Relay {

  private final String host;
  private final int port;
  private final RelayEvents events;
  private @Nullable DatagramSocket inside;
  private @Nullable DatagramSocket outside;
  private volatile @Nullable InetSocketAddress process;
  private boolean accepted;

  CallerRelay(String host, int port, RelayEvents events) {
    this.host = host;
    this.port = port;
    this.events = events;
  }

  @Override
  public synchronized int next() throws IOException {
    close();
    InetSocketAddress remote = new InetSocketAddress(InetAddress.getByName(host), port);
    DatagramSocket in = Datagrams.bound(Datagrams.LOOPBACK, 0);
    inside = in;
    DatagramSocket out = new DatagramSocket();
    outside = out;
    out.connect(remote);
    accepted = false;
    Datagrams.receive("srt-call", in, packet -> fromProcess(out, packet, remote));
    Datagrams.receive("srt-called", out, packet -> fromOutside(in, packet, remote));
    return in.getLocalPort();
  }

  @Override
  public synchronized void close() {
    process = null;
    if (inside != null) {
      inside.close();
    }
    if (outside != null) {
      outside.close();
    }
  }

  private void fromProcess(DatagramSocket out, DatagramPacket packet, InetSocketAddress remote) {
    if (packet.getSocketAddress() instanceof InetSocketAddress address) {
      process = address;
      Datagrams.send(out, packet, remote);
    }
  }

  private void fromOutside(DatagramSocket in, DatagramPacket packet, InetSocketAddress remote) {
    InetSocketAddress to = process;
    if (to == null) {
      return;
    }
    if (SrtPacket.isAcceptance(packet) && isFirst(in)) {
      events.accepted(remote.getAddress().getHostAddress());
    }
    Datagrams.send(in, packet, to);
    SrtPacket.refusal(packet).ifPresent(events::refused);
    if (SrtPacket.isGoodbye(packet)) {
      events.left();
    }
  }

  private synchronized boolean isFirst(DatagramSocket in) {
    boolean first = !accepted && in == inside;
    accepted |= first;
    return first;
  }
}
