package onair.awslocal.media.encoder;

/**
 * Tells whether decoding can begin with a frame, by the sender's word or by what the frame begins
 * with, because not every sender says it.
 */
final class Keyframes {

  private static final int MPEG_1 = 0x01;
  private static final int MPEG_2 = 0x02;
  private static final int H264 = 0x1B;
  private static final int HEVC = 0x24;
  private static final int SEQUENCE_HEADER = 0xB3;

  private Keyframes() {}

  /**
   * @param packet where a frame begins
   * @param videoType the stream's type in the program map; -1 when it is no video
   */
  static boolean isKeyframe(TsPacket packet, int videoType) {
    if (videoType < 0) {
      return false;
    }
    return packet.isRandomAccess() || beginsWithHeaders(packet, videoType);
  }

  private static boolean beginsWithHeaders(TsPacket packet, int videoType) {
    for (int i = packet.payload(); i + 3 < TsPacket.SIZE; i++) {
      boolean startCode = packet.at(i) == 0 && packet.at(i + 1) == 0 && packet.at(i + 2) == 1;
      if (startCode && isHeader(packet.at(i + 3), videoType)) {
        return true;
      }
    }
    return false;
  }

  /** Parameter sets and pictures that need no other, by the byte after a start code. */
  private static boolean isHeader(int code, int videoType) {
    return switch (videoType) {
      case MPEG_1, MPEG_2 -> code == SEQUENCE_HEADER;
      case H264 -> code < 0x80 && ((code & 0x1F) == 5 || (code & 0x1F) == 7);
      case HEVC -> code < 0x80 && (code >> 1 == 32 || code >> 1 == 33 || code >> 1 == 19);
      default -> false;
    };
  }
}
