package onair.awslocal.media.mp4;

import java.nio.ByteBuffer;

/** The audio object type, found in the nested descriptors of {@code esds} (ISO/IEC 14496-1). */
final class AacCodec {

  private static final int AUDIO_FIELDS = 28;
  private static final int ES = 3;
  private static final int DECODER_CONFIG = 4;
  private static final int DECODER_SPECIFIC = 5;

  private AacCodec() {}

  /** RFC 6381 name of the codec of an {@code mp4a} sample entry. */
  static String of(Box entry) throws MalformedMp4 {
    ByteBuffer esds = Box.first(entry.children(AUDIO_FIELDS), "esds", "mp4a").content();
    esds.position(4);
    enter(esds, ES);
    esds.position(esds.position() + 3);
    enter(esds, DECODER_CONFIG);
    int objectType = Byte.toUnsignedInt(esds.get());
    esds.position(esds.position() + 12);
    enter(esds, DECODER_SPECIFIC);
    int audioObjectType = Byte.toUnsignedInt(esds.get()) >> 3;
    return "mp4a.%02x.%d".formatted(objectType, audioObjectType);
  }

  private static void enter(ByteBuffer esds, int tag) throws MalformedMp4 {
    int found = esds.get();
    if (found != tag) {
      throw new MalformedMp4("descriptor %d where %d should be".formatted(found, tag));
    }
    // The length: seven bits per byte, the top bit says that more follow.
    int more = 0;
    while (esds.get() < 0) {
      if (++more > 3) {
        throw new MalformedMp4("endless descriptor length");
      }
    }
  }
}
