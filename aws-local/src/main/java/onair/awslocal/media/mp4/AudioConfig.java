package onair.awslocal.media.mp4;

import java.nio.ByteBuffer;

/**
 * What the nested descriptors of {@code esds} (ISO/IEC 14496-1) say about AAC audio. The sample
 * entry around them always claims two channels.
 *
 * @param codec as RFC 6381 writes it
 * @param channels the channel configuration, 1 and 2 being mono and stereo
 */
record AudioConfig(String codec, int channels) {

  private static final int AUDIO_FIELDS = 28;
  private static final int ES = 3;
  private static final int DECODER_CONFIG = 4;
  private static final int DECODER_SPECIFIC = 5;
  private static final int EXPLICIT_SAMPLE_RATE = 15;

  /** Reads it from an {@code mp4a} sample entry. */
  static AudioConfig of(Box entry) throws MalformedMp4 {
    ByteBuffer esds = Box.first(entry.children(AUDIO_FIELDS), "esds", "mp4a").content();
    esds.position(4);
    enter(esds, ES);
    esds.position(esds.position() + 3);
    enter(esds, DECODER_CONFIG);
    int objectType = Byte.toUnsignedInt(esds.get());
    esds.position(esds.position() + 12);
    enter(esds, DECODER_SPECIFIC);
    // Five bits of object type, four of sample rate, four of channels.
    int specific = Short.toUnsignedInt(esds.getShort());
    if ((specific >> 7 & 0xF) == EXPLICIT_SAMPLE_RATE) {
      throw new MalformedMp4("unusual sample rate");
    }
    String codec = "mp4a.%02x.%d".formatted(objectType, specific >> 11);
    return new AudioConfig(codec, specific >> 3 & 0xF);
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
