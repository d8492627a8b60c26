package onair.common.reconcile;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Marks a place between two effects where a process may die. Does nothing unless a test listens; a
 * listener that throws an {@link Error} plays the crash.
 */
public final class CrashPoint {
  private static volatile @Nullable Consumer<String> listener;

  private CrashPoint() {}

  /** The process passes the named point. */
  public static void hit(String name) {
    var current = listener;
    if (current != null) {
      current.accept(name);
    }
  }

  /** For tests: tells every point passed, in this process, until closed. */
  public static Listening listen(Consumer<String> newListener) {
    listener = newListener;
    return () -> listener = null;
  }

  /** Ends listening when closed. */
  public interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}
