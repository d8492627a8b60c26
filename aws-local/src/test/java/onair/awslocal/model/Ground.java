package onair.awslocal.model;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.state.StateStore;

/**
 * What a service stands on in a process that can be restarted: its state on disk, and timers and a
 * clock that are moved by hand.
 */
public final class Ground implements AutoCloseable {

  private final Path folder;
  private Instant now;
  private StateStore store;
  private Lifecycle lifecycle;

  /**
   * @param folder of the state
   * @param begin what time it is at first
   */
  public Ground(Path folder, Instant begin) {
    this.folder = folder;
    this.now = begin;
    this.store = new StateStore(folder);
    this.lifecycle = Lifecycle.manual(this::now);
  }

  public Path folder() {
    return folder;
  }

  public Instant now() {
    return now;
  }

  /** Of the process that runs now. */
  public StateStore store() {
    return store;
  }

  /** Of the process that runs now. */
  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** Lets what becomes due in this time happen, all of it at its end. */
  public void pass(Duration time) {
    now = now.plus(time);
    lifecycle.runDue();
  }

  /** Ends the process and begins another: disk and time stay, timers do not. */
  public void restart() {
    close();
    store = new StateStore(folder);
    lifecycle = Lifecycle.manual(this::now);
  }

  @Override
  public void close() {
    lifecycle.close();
    store.close();
  }
}
