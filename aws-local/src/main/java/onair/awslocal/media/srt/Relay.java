package onair.awslocal.media.srt;

import java.io.IOException;

/**
 * Carries datagrams between one ffmpeg, which talks to the loopback interface only, and the other
 * side. So ports stay ours while processes come and go, addresses are checked, names are resolved
 * here, and what two ends agree on can be seen whatever ffmpeg says.
 */
interface Relay extends AutoCloseable {

  /**
   * Another process takes over: what the last one was connected to is forgotten.
   *
   * @return the port on 127.0.0.1 that the process listens on, or calls
   */
  int next() throws IOException;

  /** Frees all ports. */
  @Override
  void close();
}
