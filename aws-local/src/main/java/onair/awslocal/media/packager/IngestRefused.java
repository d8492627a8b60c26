package onair.awslocal.media.packager;

import java.io.IOException;

/** The origin takes no media from this encoder; the message says why. */
public final class IngestRefused extends IOException {

  private static final long serialVersionUID = 1L;

  IngestRefused(String message) {
    super(message);
  }
}
