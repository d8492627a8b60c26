package onair.awslocal.media.mp4;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onair.awslocal.media.Protection;

/**
 * The initialization segment of a track whose samples are encrypted. Source: ISO/IEC 23001-7,
 * sections 4, 8 and 9.
 */
public final class ProtectedInit {

  private static final List<String> WAY = List.of("moov", "trak", "mdia", "minf", "stbl", "stsd");

  /** One block of ten. */
  private static final byte PATTERN = 0x19;

  private ProtectedInit() {}

  /**
   * @param init of one track
   * @param pssh boxes of the systems, whole
   * @throws MalformedMp4 when it is none
   */
  public static byte[] of(
      byte[] init, Protection.Scheme scheme, Protection.Key key, boolean isVideo, List<byte[]> pssh)
      throws MalformedMp4 {
    List<byte[]> boxes = new ArrayList<>();
    for (Box box : Box.parseAll(ByteBuffer.wrap(init))) {
      boxes.add(
          box.type().equals("moov")
              ? moov(box, new Entry(scheme, key, isVideo), pssh)
              : Bytes.of(box.whole()));
    }
    return Bytes.join(boxes);
  }

  private record Entry(Protection.Scheme scheme, Protection.Key key, boolean isVideo) {}

  private static byte[] moov(Box moov, Entry entry, List<byte[]> pssh) throws MalformedMp4 {
    List<byte[]> children = new ArrayList<>();
    for (Box child : moov.children(0)) {
      children.add(rewritten(child, 1, entry));
    }
    children.addAll(pssh);
    return Bytes.box("moov", Bytes.join(children));
  }

  /** The same box, but for the sample entry below it. */
  private static byte[] rewritten(Box box, int depth, Entry entry) throws MalformedMp4 {
    if (!box.type().equals(WAY.get(depth))) {
      return Bytes.of(box.whole());
    }
    List<byte[]> children = new ArrayList<>();
    if (depth == WAY.size() - 1) {
      byte[] head = new byte[8]; // version, flags and the number of entries
      box.content().get(0, head);
      children.add(head);
      for (Box sample : box.children(8)) {
        children.add(sample(sample, entry));
      }
    } else {
      for (Box child : box.children(0)) {
        children.add(rewritten(child, depth + 1, entry));
      }
    }
    return Bytes.box(box.type(), Bytes.join(children));
  }

  private static byte[] sample(Box sample, Entry entry) {
    byte[] format = sample.type().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    boolean pattern = entry.scheme() == Protection.Scheme.CBCS;
    byte[] scheme =
        ByteBuffer.allocate(12)
            .putInt(0)
            .put((pattern ? "cbcs" : "cenc").getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .putInt(0x10000)
            .array();
    byte[] sinf =
        Bytes.box(
            "sinf",
            Bytes.box("frma", format),
            Bytes.box("schm", scheme),
            Bytes.box("schi", Bytes.box("tenc", defaults(entry, pattern))));
    return Bytes.box(entry.isVideo() ? "encv" : "enca", Bytes.of(sample.content()), sinf);
  }

  private static byte[] defaults(Entry entry, boolean pattern) {
    ByteBuffer tenc = ByteBuffer.allocate(pattern ? 24 + 17 : 24);
    tenc.putInt(pattern ? 1 << 24 : 0);
    tenc.put((byte) 0).put(pattern && entry.isVideo() ? PATTERN : 0);
    tenc.put((byte) 1).put((byte) (pattern ? 0 : SampleEncryption.IV_BYTES));
    tenc.put(bytes(entry.key().id()));
    if (pattern) {
      tenc.put((byte) 16).put(entry.key().iv());
    }
    return tenc.array();
  }

  static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
