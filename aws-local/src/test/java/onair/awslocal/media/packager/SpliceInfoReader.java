package onair.awslocal.media.packager;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A splice_info_section read bit by bit, as SCTE 35 lays it out; refuses a wrong checksum. */
record SpliceInfoReader(
    int commandType,
    long eventId,
    boolean outOfNetwork,
    long pts,
    @Nullable Long durationTicks,
    int segmentationType) {

  static SpliceInfoReader parse(String hex) {
    return new Bits(HexFormat.of().parseHex(hex.substring("0x".length()))).section();
  }

  private static final class Bits {

    private final byte[] bytes;
    private int position;

    private Bits(byte[] bytes) {
      this.bytes = bytes;
    }

    private long take(int bits) {
      BigInteger all = new BigInteger(1, bytes);
      position += bits;
      return all.shiftRight(bytes.length * Byte.SIZE - position)
          .and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE))
          .longValue();
    }

    private void expect(int bits, long value) {
      int at = position;
      long found = take(bits);
      if (found != value) {
        throw new IllegalArgumentException("bit %d: %x, not %x".formatted(at, found, value));
      }
    }

    private SpliceInfoReader section() {
      expect(8, 0xFC);
      expect(4, 0b0011);
      expect(12, bytes.length - 3);
      expect(8, 0); // protocol_version
      expect(7, 0); // encrypted_packet, encryption_algorithm
      expect(33, 0); // pts_adjustment
      expect(8, 0);
      expect(12, 0xFFF);
      int commandBytes = (int) take(12);
      int type = (int) take(8);
      int end = position + commandBytes * Byte.SIZE;
      SpliceInfoReader read = type == 5 ? spliceInsert(end) : timeSignal(end);
      position = (bytes.length - 4) * Byte.SIZE;
      expect(32, crc());
      return read;
    }

    private SpliceInfoReader spliceInsert(int end) {
      long event = take(32);
      expect(8, 0x7F);
      boolean out = take(1) == 1;
      expect(1, 1);
      boolean duration = take(1) == 1;
      expect(1, 0);
      expect(4, 0xF);
      long pts = time();
      Long ticks = duration ? time() : null;
      take(32);
      expectAt(end);
      expect(16, 0); // no descriptors
      return new SpliceInfoReader(5, event, out, pts, ticks, -1);
    }

    private SpliceInfoReader timeSignal(int end) {
      long pts = time();
      expectAt(end);
      int loop = (int) take(16);
      end = position + loop * Byte.SIZE;
      expect(8, 2);
      expect(8, loop - 2L);
      expect(32, 0x43554549);
      long event = take(32);
      expect(8, 0x7F);
      expect(1, 1);
      boolean duration = take(1) == 1;
      expect(6, 0x3F);
      Long ticks = duration ? take(40) : null;
      expect(16, 0); // no UPID
      int type = (int) take(8);
      expect(16, 0x0101);
      expectAt(end);
      return new SpliceInfoReader(6, event, type % 2 == 0, pts, ticks, type);
    }

    private long time() {
      expect(7, 0x7F);
      return take(33);
    }

    private void expectAt(int bit) {
      if (position != bit) {
        throw new IllegalArgumentException("at bit %d, not %d".formatted(position, bit));
      }
    }

    /** By division in GF(2), unlike what is tested. */
    private long crc() {
      byte[] content = Arrays.copyOf(bytes, bytes.length);
      Arrays.fill(content, content.length - 4, content.length, (byte) 0);
      for (int i = 0; i < 4; i++) {
        content[i] ^= (byte) 0xFF;
      }
      BigInteger rest = new BigInteger(1, content);
      BigInteger generator = BigInteger.valueOf(0x1_04C1_1DB7L);
      while (rest.bitLength() > 32) {
        rest = rest.xor(generator.shiftLeft(rest.bitLength() - 33));
      }
      return rest.longValue();
    }
  }
}
