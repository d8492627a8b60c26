package onair.awslocal.media.srt;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sockets as relays use them. */
final class Datagrams {

  static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private static final Logger LOG = LoggerFactory.getLogger(Datagrams.class);
  private static final int LARGEST = 1500;
  private static final int BUFFER = 1 << 20;

  private Datagrams() {}

  /**
   * @param port 0 for any free one
   */
  static DatagramSocket bound(InetAddress address, int port) throws IOException {
    DatagramSocket socket = new DatagramSocket(null);
    try {
      socket.setReceiveBufferSize(BUFFER);
      socket.setSendBufferSize(BUFFER);
      socket.bind(new InetSocketAddress(address, port));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /** A port on the loopback interface that is free now. */
  static int freePort() throws IOException {
    try (DatagramSocket socket = bound(LOOPBACK, 0)) {
      return socket.getLocalPort();
    }
  }

  /**
   * Hands over what arrives until the socket is closed.
   *
   * @param received gets a packet that is used again for the next datagram
   */
  static void receive(String name, DatagramSocket socket, Consumer<DatagramPacket> received) {
    Thread.ofVirtual().name(name).start(() -> receive(socket, received));
  }

  private static void receive(DatagramSocket socket, Consumer<DatagramPacket> received) {
    byte[] bytes = new byte[LARGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
      try {
        socket.receive(packet);
        received.accept(packet);
      } catch (PortUnreachableException e) {
        LOG.trace("Nobody is at the other end yet", e);
      } catch (IOException e) {
        LOG.trace("The socket is closed", e);
      }
    }
  }

  /** What cannot be sent is lost, as datagrams are. */
  static void send(DatagramSocket socket, DatagramPacket received, InetSocketAddress to) {
    try {
      socket.send(
          new DatagramPacket(received.getData(), received.getOffset(), received.getLength(), to));
    } catch (IOException e) {
      LOG.trace("A datagram to {} was lost", to, e);
    }
  }
}
