package onair.awslocal.media.encoder;

import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;
import onair.awslocal.media.packager.CountedStream;

/** What has gone through an encoder, over all its runs. */
final class Traffic {

  private final LongAdder bytesIn = new LongAdder();
  private final LongAdder framesIn = new LongAdder();
  private final LongAdder bytesOut = new LongAdder();

  void arrived(Piece piece) {
    bytesIn.add(piece.bytes());
    framesIn.add(piece.pictures());
  }

  long bytesIn() {
    return bytesIn.sum();
  }

  long framesIn() {
    return framesIn.sum();
  }

  long bytesOut() {
    return bytesOut.sum();
  }

  /** The same stream, whose bytes are counted as they are read. */
  InputStream counted(InputStream output) {
    return new CountedStream(output, bytesOut);
  }
}
