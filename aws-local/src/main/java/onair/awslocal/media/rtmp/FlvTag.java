package onair.awslocal.media.rtmp;

/**
 * One audio, video or script message of a publisher: the body of an FLV tag.
 *
 * @param timestamp milliseconds on the publisher's clock, never wrapping
 * @param payload shared, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // tags are never compared
public record FlvTag(Kind kind, long timestamp, byte[] payload) {

  private static final int AVC = 7;
  private static final int AAC = 10;

  /** With the number that RTMP and FLV give it, in the order a file begins with them. */
  public enum Kind {
    SCRIPT(18),
    VIDEO(9),
    AUDIO(8);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    public int code() {
      return code;
    }
  }

  /** The decoder's configuration, of either codec, rather than media. */
  public boolean isHeader() {
    return kind != Kind.SCRIPT && payload.length > 1 && payload[1] == 0;
  }

  /** A picture that decoding can begin with. */
  public boolean isKeyframe() {
    return kind == Kind.VIDEO && payload.length > 1 && payload[1] == 1 && payload[0] >> 4 == 1;
  }

  /** H.264 or AAC in classic framing; script data always is. */
  boolean isSupported() {
    return switch (kind) {
      case SCRIPT -> true;
      // The top bit marks the extended framing of other codecs (Enhanced RTMP).
      case VIDEO -> payload[0] >= 0 && (payload[0] & 0x0F) == AVC;
      case AUDIO -> (payload[0] & 0xFF) >> 4 == AAC;
    };
  }
}
