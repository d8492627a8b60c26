package onair.launcher;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/** Tells the person who started the platform what is going on, a line each. */
public final class Progress {
  private final PrintStream out;

  /**
   * @param out where the lines go
   */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** A step that takes a while has begun. */
  public void step(String what) {
    out.println("  … " + what);
    out.flush();
  }

  void ready(String service, Duration took) {
    out.printf("  ✓ %s is up (%.1f s)%n", service, took.toMillis() / 1000.0);
    out.flush();
  }

  void died(String service, int exit, Duration pause, Path log) {
    out.printf(
        "  ✗ %s ended with code %d; starting it again in %d s (log: %s)%n",
        service, exit, pause.toSeconds(), log);
    out.flush();
  }

  void failed(String service, String reason) {
    out.printf("  ✗ %s cannot be started: %s%n", service, reason);
    out.flush();
  }
}
