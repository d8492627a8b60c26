package onair.awslocal.media.encoder;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import onair.awslocal.media.rtmp.FlvTag;

/** Writes an FLV file as it comes in. Source: Adobe FLV 10.1, annex E. */
final class FlvWriter {

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
  FlvWriter(OutputStream out, boolean video, boolean audio) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, 64 << 10));
    this.kinds = (video ? VIDEO : 0) | (audio ? AUDIO : 0);
  }

  /** Writes these tags through to the reader. */
  void write(List<FlvTag> tags) throws IOException {
    if (!begun) {
      begun = true;
      begin();
    }
    for (FlvTag tag : tags) {
      write(tag);
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
