package onair.awslocal.media.srt;

import java.net.DatagramPacket;
import java.util.Optional;
import onair.awslocal.media.SrtRefusal;

/**
 * What a datagram of SRT is, as far as both ends say it in the clear. Source: The SRT Protocol,
 * draft-sharabayko-srt-01, sections 3.2.1 and 4.3; rejection reasons from libsrt's access control
 * guidelines.
 */
final class SrtPacket {

  private static final int HEADER = 16;
  private static final int HANDSHAKE_TYPE = HEADER + 20;
  private static final int HANDSHAKE = 0x8000;
  private static final int SHUTDOWN = 0x8005;
  private static final int CONCLUSION = -1;
  private static final int REJECTED = 1000;
  private static final int BAD_SECRET = 1010;
  private static final int UNSECURE = 1011;
  private static final int LAST_REJECTION = 3000;

  private SrtPacket() {}

  static boolean isHandshake(DatagramPacket packet) {
    return packet.getLength() >= HANDSHAKE_TYPE + 4 && control(packet) == HANDSHAKE;
  }

  /** The sender of this goes. */
  static boolean isGoodbye(DatagramPacket packet) {
    return packet.getLength() >= HEADER && control(packet) == SHUTDOWN;
  }

  /** Said by the listening end: the connection is made. */
  static boolean isAcceptance(DatagramPacket packet) {
    return isHandshake(packet) && type(packet) == CONCLUSION;
  }

  /** Said by the listening end: there will be no connection. */
  static Optional<SrtRefusal> refusal(DatagramPacket packet) {
    if (!isHandshake(packet)) {
      return Optional.empty();
    }
    int type = type(packet);
    if (type < REJECTED || type >= LAST_REJECTION) {
      return Optional.empty();
    }
    return Optional.of(
        switch (type) {
          case BAD_SECRET -> SrtRefusal.WRONG_PASSPHRASE;
          case UNSECURE -> SrtRefusal.ENCRYPTION_MISMATCH;
          default -> SrtRefusal.OTHER;
        });
  }

  private static int control(DatagramPacket packet) {
    return at(packet, 0) << 8 | at(packet, 1);
  }

  private static int type(DatagramPacket packet) {
    return at(packet, HANDSHAKE_TYPE) << 24
        | at(packet, HANDSHAKE_TYPE + 1) << 16
        | at(packet, HANDSHAKE_TYPE + 2) << 8
        | at(packet, HANDSHAKE_TYPE + 3);
  }

  private static int at(DatagramPacket packet, int index) {
    return packet.getData()[packet.getOffset() + index] & 0xFF;
  }
}
