package onair.awslocal.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** How writers let S3 check bytes. Source: Amazon S3 User Guide, "Checking object integrity". */
enum ChecksumAlgorithm {
  CRC32(4),
  CRC32C(4),
  CRC64NVME(8),
  SHA1(20),
  SHA256(32);

  private final int length;

  ChecksumAlgorithm(int length) {
    this.length = length;
  }

  /** As in headers and in {@code ObjectMeta}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The header or trailer that carries the value. */
  String header() {
    return "x-amz-checksum-" + id();
  }

  /** Bytes of a value. */
  int length() {
    return length;
  }

  Tally tally() {
    return switch (this) {
      case CRC32 -> Tally.of(new CRC32(), length);
      case CRC32C -> Tally.of(new CRC32C(), length);
      case CRC64NVME -> Tally.of(new Crc64(), length);
      case SHA1 -> Tally.of("SHA-1");
      case SHA256 -> Tally.of("SHA-256");
    };
  }

  /** A value in the making. */
  interface Tally {

    void add(byte[] bytes, int offset, int count);

    /** Of all that was added; ends the tally. */
    byte[] value();

    /** With a digest of the JDK's. */
    static Tally of(String digest) {
      try {
        return new Digested(MessageDigest.getInstance(digest));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every JDK has " + digest, e);
      }
    }

    private static Tally of(Checksum checksum, int length) {
      return new Counted(checksum, length);
    }
  }

  private record Digested(MessageDigest digest) implements Tally {
    @Override
    public void add(byte[] bytes, int offset, int count) {
      digest.update(bytes, offset, count);
    }

    @Override
    public byte[] value() {
      return digest.digest();
    }
  }

  private record Counted(Checksum checksum, int length) implements Tally {
    @Override
    public void add(byte[] bytes, int offset, int count) {
      checksum.update(bytes, offset, count);
    }

    @Override
    public byte[] value() {
      byte[] bytes = new byte[length];
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (checksum.getValue() >>> 8 * (length - 1 - i));
      }
      return bytes;
    }
  }

  /** CRC-64/NVME. Source: NVM Express NVM Command Set Specification 1.0, 5.2.1.3.4. */
  private static final class Crc64 implements Checksum {
    private static final long REVERSED_POLYNOMIAL = 0x9A6C9329AC4BC9B5L;
    private static final long[] TABLE = table();
    private long state = -1;

    @Override
    public void update(int value) {
      state = TABLE[(int) (state ^ value) & 0xff] ^ state >>> 8;
    }

    @Override
    public void update(byte[] bytes, int offset, int count) {
      for (int i = offset; i < offset + count; i++) {
        update(bytes[i]);
      }
    }

    @Override
    public long getValue() {
      return ~state;
    }

    @Override
    public void reset() {
      state = -1;
    }

    private static long[] table() {
      long[] table = new long[256];
      for (int i = 0; i < table.length; i++) {
        long value = i;
        for (int bit = 0; bit < 8; bit++) {
          value = (value & 1) == 0 ? value >>> 1 : value >>> 1 ^ REVERSED_POLYNOMIAL;
        }
        table[i] = value;
      }
      return table;
    }
  }
}
