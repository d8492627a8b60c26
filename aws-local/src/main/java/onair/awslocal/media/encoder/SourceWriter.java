package onair.awslocal.media.encoder;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import onair.awslocal.media.rtmp.FlvTag;

/**
 * Writes a source for a process to read: tags as an FLV file, transport stream packets as they are.
 * Source: Adobe FLV 10.1, annex E.
 */
final class SourceWriter {

  private static final int AUDIO = 4;
  private static final int VIDEO = 1;
  private static final int HEADER = 9;
  private static final int TAG_HEADER = 11;

  private final DataOutputStream out;
  private final int kinds;
  private boolean begun;

  /**
   * A reader waits for the kinds that the header announces.
   *
   * @param video whether there will be video tags
   * @param audio whether there will be audio tags
   */
  SourceWriter(OutputStream out, boolean video, boolean audio) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 64 << 10));
    this.kinds = (video ? VIDEO : 0) | (audio ? AUDIO : 0);
  }

  /** Writes these pieces through to the reader. All must be of one kind. */
  void write(List<Piece> pieces) throws IOException {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Tag(FlvTag tag) -> write(tag);
        case Piece.Packets(byte[] packets, long milliseconds) -> out.write(packets);
      }
    }
    out.flush();
  }

  private void begin() throws IOException {
    out.writeBytes("FLV");
    out.writeByte(1);
    out.writeByte(kinds);
    out.writeInt(HEADER);
    out.writeInt(0);
  }

  private void write(FlvTag tag) throws IOException {
    if (!begun) {
      begun = true;
      begin();
    }
    int size = tag.payload().length;
    int timestamp = (int) tag.timestamp();
    out.writeByte(tag.kind().code());
    out.writeByte(size >> 16);
    out.writeShort(size);
    out.writeByte(timestamp >> 16);
    out.writeShort(timestamp);
    out.writeByte(timestamp >> 24);
    out.write(new byte[3]); // stream id
    out.write(tag.payload());
    out.writeInt(TAG_HEADER + size);
  }
}
