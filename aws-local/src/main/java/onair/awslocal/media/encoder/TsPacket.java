package onair.awslocal.media.encoder;

/**
 * One packet of an MPEG transport stream, looked at where it lies. Source: ISO/IEC 13818-1, 2.4.3.
 */
record TsPacket(byte[] bytes, int offset) {

  static final int SIZE = 188;

  private static final int HEADER = 4;
  private static final int PES_HEADER = 14;
  private static final int VIDEO_STREAM = 0xE0;

  /** How many pictures begin in whole packets: video PES packets, ISO/IEC 13818-1, 2.4.3.7. */
  static int pictures(byte[] packets) {
    int pictures = 0;
    for (int at = 0; at + SIZE <= packets.length; at += SIZE) {
      TsPacket packet = new TsPacket(packets, at);
      int begin = packet.payload();
      if (packet.isStart()
          && begin + HEADER <= SIZE
          && packet.at(begin) == 0
          && packet.at(begin + 1) == 0
          && packet.at(begin + 2) == 1
          && (packet.at(begin + 3) & 0xF0) == VIDEO_STREAM) {
        pictures++;
      }
    }
    return pictures;
  }

  int pid() {
    return (at(1) & 0x1F) << 8 | at(2);
  }

  /** Whether a section or a frame begins here. */
  boolean isStart() {
    return (at(1) & 0x40) != 0;
  }

  /** Whether the sender says that decoding can begin here. */
  boolean isRandomAccess() {
    return (at(3) & 0x20) != 0 && at(HEADER) > 0 && (at(HEADER + 1) & 0x40) != 0;
  }

  /** Where the payload begins, from this packet's first byte; {@link #SIZE} when there is none. */
  int payload() {
    if ((at(3) & 0x10) == 0) {
      return SIZE;
    }
    boolean adaptation = (at(3) & 0x20) != 0;
    return adaptation ? Math.min(SIZE, HEADER + 1 + at(HEADER)) : HEADER;
  }

  /** When the frame that begins here is shown, at 90 kHz and 33 bits; -1 when it is not said. */
  long presentationTime() {
    int begin = payload();
    boolean says =
        isStart()
            && begin + PES_HEADER <= SIZE
            && at(begin) == 0
            && at(begin + 1) == 0
            && at(begin + 2) == 1
            && (at(begin + 7) & 0x80) != 0;
    if (!says) {
      return -1;
    }
    int at = begin + 9;
    return (at(at) & 0x0EL) << 29
        | (long) at(at + 1) << 22
        | (at(at + 2) & 0xFEL) << 14
        | (long) at(at + 3) << 7
        | at(at + 4) >> 1;
  }

  /** One byte, counted from this packet's first. */
  int at(int index) {
    return bytes[offset + index] & 0xFF;
  }
}
