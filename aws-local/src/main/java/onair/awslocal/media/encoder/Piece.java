package onair.awslocal.media.encoder;

import onair.awslocal.media.rtmp.FlvTag;

/** A piece of a source, in the order it arrived. */
sealed interface Piece {

  /** What RTMP publishers send. */
  record Tag(FlvTag tag) implements Piece {

    @Override
    public long milliseconds() {
      return tag.timestamp();
    }

    @Override
    public int bytes() {
      return tag.payload().length;
    }

    @Override
    public boolean isHeader() {
      return tag.isHeader();
    }

    @Override
    public boolean isKeyframe() {
      return tag.isKeyframe();
    }

    @Override
    public int pictures() {
      return tag.kind() == FlvTag.Kind.VIDEO && !tag.isHeader() ? 1 : 0;
    }
  }

  /**
   * What a flow carries.
   *
   * @param packets whole MPEG-TS packets; shared, never changed
   * @param milliseconds when they arrived
   */
  @SuppressWarnings("ArrayRecordComponent") // pieces are never compared
  record Packets(byte[] packets, long milliseconds) implements Piece {

    @Override
    public int bytes() {
      return packets.length;
    }

    @Override
    public boolean isHeader() {
      return false;
    }

    /** Anywhere in a transport stream a reader can begin to look for its next picture. */
    @Override
    public boolean isKeyframe() {
      return true;
    }

    @Override
    public int pictures() {
      return TsPacket.pictures(packets);
    }
  }

  /** On the source's clock. */
  long milliseconds();

  int bytes();

  /** Never dropped, as what follows cannot be read without it. */
  boolean isHeader();

  /** How many pictures begin in it. */
  int pictures();

  /** Reading can go on here after something was dropped. */
  boolean isKeyframe();
}
