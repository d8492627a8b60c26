package onair.awslocal.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything as it was at some moment. */
public final class SnapshotControl {

  private static final String SNAPSHOTS = "/snapshots";

  private final Door door;

  /**
   * One of them.
   *
   * @param created when, by the clock of {@code aws-local}
   */
  public record Snapshot(String name, Instant created) {}

  private record All(List<Snapshot> snapshots) {}

  SnapshotControl(Door door) {
    this.door = door;
  }

  /**
   * Keeps all state and objects as they are.
   *
   * @throws ControlException when the name is not one, or taken
   */
  public Snapshot take(String name) {
    return door.post(SNAPSHOTS, Map.of("name", name), Snapshot.class);
  }

  /** All of them. */
  public List<Snapshot> list() {
    return door.get(SNAPSHOTS, All.class).snapshots();
  }

  /**
   * Makes everything as it was. What ran then runs again, what runs now ends.
   *
   * @throws ControlException when there is none of this name
   */
  public void restore(String name) {
    door.post(SNAPSHOTS + "/" + Door.encoded(name) + "/restore", null);
  }

  /**
   * @throws ControlException when there is none of this name
   */
  public void delete(String name) {
    door.delete(SNAPSHOTS + "/" + Door.encoded(name));
  }
}
