package onair.awslocal.state;

import java.nio.file.Path;

/** A row on disk cannot be read. The message names the file and what to do. */
public final class DamagedState extends RuntimeException {

  DamagedState(Path file, Throwable cause) {
    super(
        "The state file "
            + file
            + " cannot be read ("
            + cause.getMessage()
            + "). Move it away to start without that row.",
        cause);
  }
}
