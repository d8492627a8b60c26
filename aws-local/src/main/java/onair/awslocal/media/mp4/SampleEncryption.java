package onair.awslocal.media.mp4;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import onair.awslocal.media.Protection;

/**
 * Encrypts the samples of segments: of pictures what follows the beginning of each slice, of sound
 * everything. Source: ISO/IEC 23001-7.
 */
public final class SampleEncryption {

  static final int IV_BYTES = 8;

  private static final int BLOCK = 16;

  /** Long enough for a slice's header, which stays clear. */
  private static final int CLEAR = 32;

  private static final int MOST_CLEAR = 0xFFFF;
  private static final int PATTERN = 10 * BLOCK;

  private final Protection.Scheme scheme;
  private final Protection.Key key;
  private final boolean isVideo;
  private final String name;

  /**
   * @param name tells this track from others that are encrypted by the same key
   */
  public SampleEncryption(
      Protection.Scheme scheme, Protection.Key key, boolean isVideo, String name) {
    this.scheme = scheme;
    this.key = key;
    this.isVideo = isVideo;
    this.name = name;
  }

  /** A part of a sample: what stays clear, and what is encrypted behind it. */
  private record Range(int clear, int encrypted) {}

  /**
   * The same segment, encrypted.
   *
   * @param segment fragments of one track, one track run each
   * @throws MalformedMp4 when it is none
   */
  public byte[] of(byte[] segment) throws MalformedMp4 {
    List<byte[]> parts = new ArrayList<>();
    Box moof = null;
    for (Box box : Box.parseAll(ByteBuffer.wrap(segment))) {
      if (box.type().equals("moof")) {
        moof = box;
      } else if (box.type().equals("mdat") && moof != null) {
        fragment(moof, box, parts);
        moof = null;
      } else {
        parts.add(Bytes.of(box.whole()));
      }
    }
    return Bytes.join(parts);
  }

  private void fragment(Box moof, Box mdat, List<byte[]> parts) throws MalformedMp4 {
    Box traf = moof.child("traf");
    int[] sizes = sizes(traf);
    byte[] media = Bytes.of(mdat.content());
    long time = DecodeTimes.of(traf);
    List<byte[]> entries = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < sizes.length; i++) {
      List<Range> ranges = ranges(media, at, sizes[i]);
      byte[] iv = scheme == Protection.Scheme.CENC ? iv(time, i) : key.iv();
      encrypt(media, at, ranges, iv);
      entries.add(entry(ranges, iv));
      at += sizes[i];
    }
    parts.add(moof(moof, traf, entries));
    parts.add(Bytes.box("mdat", media));
  }

  private static int[] sizes(Box traf) throws MalformedMp4 {
    ByteBuffer tfhd = traf.child("tfhd").content();
    int flags = tfhd.getInt(0);
    int at =
        8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0) + ((flags & 8) != 0 ? 4 : 0);
    int common = (flags & 0x10) != 0 ? tfhd.getInt(at) : 0;
    ByteBuffer trun = traf.child("trun").content();
    int present = trun.getInt();
    int[] sizes = new int[trun.getInt()];
    trun.position(8 + ((present & 1) != 0 ? 4 : 0) + ((present & 4) != 0 ? 4 : 0));
    for (int i = 0; i < sizes.length; i++) {
      if ((present & 0x100) != 0) {
        trun.getInt();
      }
      sizes[i] = (present & 0x200) != 0 ? trun.getInt() : common;
      if ((present & 0x400) != 0) {
        trun.getInt();
      }
      if ((present & 0x800) != 0) {
        trun.getInt();
      }
    }
    return sizes;
  }

  private List<Range> ranges(byte[] media, int at, int size) {
    if (!isVideo) {
      // Whole blocks at the end, so that CBC needs no padding.
      int encrypted = scheme == Protection.Scheme.CENC ? size : size / BLOCK * BLOCK;
      return List.of(new Range(size - encrypted, encrypted));
    }
    List<Range> ranges = new ArrayList<>();
    int clear = 0;
    for (int unit = at; unit + 4 < at + size; ) {
      int length = ByteBuffer.wrap(media).getInt(unit);
      int type = media[unit + 4] & 0x1F;
      int encrypted =
          (type == 1 || type == 5) && length > CLEAR + BLOCK ? (length - CLEAR) / BLOCK * BLOCK : 0;
      clear += 4 + length - encrypted;
      if (encrypted > 0) {
        add(ranges, clear, encrypted);
        clear = 0;
      }
      unit += 4 + length;
    }
    if (clear > 0) {
      add(ranges, clear, 0);
    }
    return ranges;
  }

  private static void add(List<Range> ranges, int clear, int encrypted) {
    int left = clear;
    while (left > MOST_CLEAR) {
      ranges.add(new Range(MOST_CLEAR, 0));
      left -= MOST_CLEAR;
    }
    ranges.add(new Range(left, encrypted));
  }

  /** Never the same for two samples of a key. */
  private byte[] iv(long time, int sample) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("%s/%d/%d".formatted(name, time, sample).getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(digest.digest(), IV_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private void encrypt(byte[] media, int begin, List<Range> ranges, byte[] iv) {
    try {
      boolean counter = scheme == Protection.Scheme.CENC;
      Cipher cipher = Cipher.getInstance(counter ? "AES/CTR/NoPadding" : "AES/CBC/NoPadding");
      var secret = new SecretKeySpec(key.bytes(), "AES");
      cipher.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(Arrays.copyOf(iv, BLOCK)));
      int at = begin;
      for (Range range : ranges) {
        at += range.clear();
        if (counter) {
          cipher.update(media, at, range.encrypted(), media, at);
        } else {
          // Each range begins with the constant vector.
          cipher.init(Cipher.ENCRYPT_MODE, secret, new IvParameterSpec(iv));
          int step = isVideo ? PATTERN : BLOCK;
          for (int i = 0; i + BLOCK <= range.encrypted(); i += step) {
            cipher.update(media, at + i, BLOCK, media, at + i);
          }
        }
        at += range.encrypted();
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES", e);
    }
  }

  private byte[] entry(List<Range> ranges, byte[] iv) {
    boolean counter = scheme == Protection.Scheme.CENC;
    ByteBuffer entry = ByteBuffer.allocate((counter ? IV_BYTES : 0) + 2 + 6 * ranges.size());
    if (counter) {
      entry.put(iv);
    }
    entry.putShort((short) ranges.size());
    for (Range range : ranges) {
      entry.putShort((short) range.clear()).putInt(range.encrypted());
    }
    return entry.array();
  }

  private static byte[] moof(Box moof, Box traf, List<byte[]> entries) throws MalformedMp4 {
    ByteBuffer sizes = ByteBuffer.allocate(9 + entries.size()).putInt(0).put((byte) 0);
    sizes.putInt(entries.size());
    entries.forEach(entry -> sizes.put((byte) entry.length));
    byte[] saiz = Bytes.box("saiz", sizes.array());
    byte[] senc =
        Bytes.box(
            "senc",
            ByteBuffer.allocate(8).putInt(2).putInt(entries.size()).array(),
            Bytes.join(entries));
    int saioSize = 8 + 12;
    int added = saiz.length + saioSize + senc.length;
    List<byte[]> inside = new ArrayList<>();
    int offset = moof.whole().capacity() + saiz.length + saioSize + 16;
    for (Box child : traf.children(0)) {
      inside.add(child.type().equals("trun") ? moved(child, added) : Bytes.of(child.whole()));
    }
    inside.add(saiz);
    inside.add(
        Bytes.box("saio", ByteBuffer.allocate(12).putInt(0).putInt(1).putInt(offset).array()));
    inside.add(senc);
    List<byte[]> all = new ArrayList<>();
    for (Box child : moof.children(0)) {
      all.add(
          child.type().equals("traf")
              ? Bytes.box("traf", Bytes.join(inside))
              : Bytes.of(child.whole()));
    }
    return Bytes.box("moof", Bytes.join(all));
  }

  /** The samples lie further behind. */
  private static byte[] moved(Box trun, int by) {
    byte[] whole = Bytes.of(trun.whole());
    ByteBuffer box = ByteBuffer.wrap(whole);
    if ((box.getInt(8) & 1) != 0) {
      box.putInt(16, box.getInt(16) + by);
    }
    return whole;
  }
}
