package onair.awslocal.media.mp4;

import java.io.IOException;

/** The bytes are not the fragmented MP4 we asked for; the message says where they differ. */
public final class MalformedMp4 extends IOException {

  private static final long serialVersionUID = 1L;

  MalformedMp4(String message) {
    super(message);
  }

  MalformedMp4(String message, Throwable cause) {
    super(message, cause);
  }
}
