package onair.awslocal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import onair.awslocal.life.Gate;
import onair.awslocal.life.LocalClock;
import onair.awslocal.snapshot.DataFolder;
import onair.awslocal.snapshot.Exchange;
import onair.awslocal.snapshot.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What answers behind the ports, and what can be done with all of it at once: have it forget
 * everything, keep what it knows under a name, go back to that. One thing at a time; calls that
 * come meanwhile wait.
 */
final class Installation implements AutoCloseable {

  /** How long calls that are going on may take to come to an end. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final Entrance api;
  private final Entrance edge;
  private final Supplier<Core> maker;
  private final ReentrantLock one = new ReentrantLock();
  private volatile Core core;

  /**
   * @param maker makes it of what is in the folder
   */
  Installation(DataFolder folder, Entrance api, Entrance edge, Supplier<Core> maker) {
    this.folder = folder;
    this.api = api;
    this.edge = edge;
    this.maker = maker;
    this.core = begun();
    open();
  }

  /** What answers now. */
  Core core() {
    return core;
  }

  /** Of what answers now. */
  LocalClock clock() {
    return core.clock();
  }

  /** Forgets everything, as if it was started on an empty folder. Snapshots stay. */
  void reset() {
    alone(
        () -> {
          exchange(folder.forNothing());
          return null;
        });
  }

  /** By name. */
  List<Snapshot> snapshots() {
    return alone(() -> folder.snapshots().list());
  }

  /**
   * Keeps all state and objects as they are. Calls wait for as long as that takes, media does not.
   *
   * @throws onair.awslocal.snapshot.SnapshotRefused when the name is not one, or taken
   * @throws Gate.StillBusy when a call takes too long to come to an end
   */
  Snapshot take(String name) {
    return alone(() -> core.hold(PATIENCE, () -> folder.snapshots().take(name)));
  }

  /**
   * @throws onair.awslocal.snapshot.SnapshotRefused when there is none of that name
   */
  void delete(String name) {
    alone(
        () -> {
          folder.snapshots().delete(name);
          return null;
        });
  }

  /**
   * Makes everything as it was. What ran then runs again, what runs now ends.
   *
   * @throws onair.awslocal.snapshot.SnapshotRefused when there is none of that name
   * @throws RuntimeException when it cannot be read; then everything is as before
   */
  void restore(String name) {
    alone(
        () -> {
          exchange(folder.forSnapshot(name));
          return null;
        });
  }

  @Override
  public void close() {
    alone(
        () -> {
          core.close();
          return null;
        });
  }

  private void exchange(Exchange exchange) {
    api.shut();
    edge.shut();
    try {
      leave();
      exchange.make();
      try {
        core = begun();
      } catch (RuntimeException e) {
        exchange.takeBack();
        core = begun();
        throw e;
      }
      exchange.keep();
    } finally {
      open();
    }
  }

  private Core begun() {
    Core next = maker.get();
    try {
      next.resume();
      return next;
    } catch (RuntimeException e) {
      next.close();
      throw e;
    }
  }

  private void open() {
    api.open(core.api());
    edge.open(core.edge());
  }

  private void leave() {
    Core old = core;
    try {
      old.closeWhenIdle(PATIENCE);
    } catch (Gate.StillBusy e) {
      log().warn("Calls are broken off: {}", e.getMessage());
      old.close();
    }
  }

  private <T> T alone(Supplier<T> action) {
    one.lock();
    try {
      return action.get();
    } finally {
      one.unlock();
    }
  }

  private static Logger log() {
    return LoggerFactory.getLogger(Installation.class);
  }
}
