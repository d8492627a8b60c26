package onair.awslocal.media.srt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.awslocal.media.AllowList;
import onair.awslocal.media.SrtRefusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The relay between callers and a process, both made of sockets. */
class ListenerRelayTest {

  private static final int INDUCTION = 1;
  private static final int CONCLUSION = -1;

  private final int port = Srt.freePort();
  private final Told told = new Told();
  private ListenerRelay relay;
  private DatagramSocket process;

  private static final class Told implements RelayEvents {

    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void accepted(String peer) {
      lines.add("accepted " + peer);
    }

    @Override
    public void refused(SrtRefusal refusal) {
      lines.add("refused " + refusal);
    }

    @Override
    public void left() {
      lines.add("left");
    }
  }

  @BeforeEach
  void open() throws Exception {
    AllowList allowed = new AllowList(List.of("127.0.0.1/32"));
    relay = new ListenerRelay(Datagrams.LOOPBACK, port, allowed, told);
    process = Datagrams.bound(Datagrams.LOOPBACK, relay.next());
    process.setSoTimeout(5_000);
  }

  @AfterEach
  void close() {
    process.close();
    relay.close();
  }

  @Test
  void callerAndProcessHearEachOtherAndTheAgreementIsSeen() throws Exception {
    try (DatagramSocket caller = caller("127.0.0.1")) {
      send(caller, handshake(INDUCTION));
      DatagramPacket asked = received(process);
      answer(asked, handshake(CONCLUSION));

      assertThat(type(received(caller))).isEqualTo(CONCLUSION);
      assertThat(told.lines).containsExactly("accepted 127.0.0.1");

      byte[] goodbye = new byte[16];
      ByteBuffer.wrap(goodbye).putShort((short) 0x8005);
      send(caller, goodbye);
      await().until(() -> told.lines.contains("left"));
    }
  }

  @Test
  void reasonOfARefusalIsRead() throws Exception {
    try (DatagramSocket caller = caller("127.0.0.1")) {
      send(caller, handshake(INDUCTION));
      answer(received(process), handshake(1010));
      received(caller);
      send(caller, handshake(INDUCTION));
      answer(received(process), handshake(1011));
      received(caller);

      await().until(() -> told.lines.size() == 2);
      assertThat(told.lines)
          .containsExactly("refused WRONG_PASSPHRASE", "refused ENCRYPTION_MISMATCH");
    }
  }

  @Test
  void addressOutsideTheAllowListIsToldAndNotHeard() throws Exception {
    process.setSoTimeout(300);
    try (DatagramSocket caller = caller("127.0.0.2")) {
      send(caller, handshake(INDUCTION));
      await().until(() -> told.lines.contains("refused ADDRESS_NOT_ALLOWED"));
      assertThat(hears(process)).isFalse();
    }
  }

  @Test
  void whatIsNoHandshakeOpensNothing() throws Exception {
    process.setSoTimeout(300);
    try (DatagramSocket caller = caller("127.0.0.1")) {
      send(caller, new byte[200]);
      send(caller, new byte[0]);
      assertThat(hears(process)).isFalse();
    }
  }

  private DatagramSocket caller(String address) throws Exception {
    DatagramSocket caller = new DatagramSocket(0, InetAddress.ofLiteral(address));
    caller.setSoTimeout(5_000);
    return caller;
  }

  private void send(DatagramSocket from, byte[] bytes) throws Exception {
    from.send(
        new DatagramPacket(bytes, bytes.length, new InetSocketAddress(Datagrams.LOOPBACK, port)));
  }

  private void answer(DatagramPacket asked, byte[] bytes) throws Exception {
    process.send(new DatagramPacket(bytes, bytes.length, asked.getSocketAddress()));
  }

  private static DatagramPacket received(DatagramSocket socket) throws Exception {
    DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
    socket.receive(packet);
    return packet;
  }

  private static boolean hears(DatagramSocket socket) throws Exception {
    try {
      received(socket);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static byte[] handshake(int type) {
    byte[] bytes = new byte[64];
    ByteBuffer.wrap(bytes).putShort((short) 0x8000).putInt(36, type);
    return bytes;
  }

  private static int type(DatagramPacket packet) {
    return ByteBuffer.wrap(packet.getData()).getInt(36);
  }
}
