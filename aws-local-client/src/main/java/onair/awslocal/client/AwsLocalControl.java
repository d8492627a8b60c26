package onair.awslocal.client;

import java.net.URI;

/**
 * Everything about one {@code aws-local} that AWS does not have: how late it is, what goes wrong,
 * what it would have cost, and the state as a whole. Safe for any number of threads.
 */
public final class AwsLocalControl {

  private final Door door;

  private AwsLocalControl(Door door) {
    this.door = door;
  }

  /**
   * Calls nothing yet.
   *
   * @param endpoint of its AWS API, such as {@code http://127.0.0.1:4566}
   */
  public static AwsLocalControl at(URI endpoint) {
    return new AwsLocalControl(new Door(endpoint));
  }

  /** The time that states, events, tokens and bills go by. */
  public ClockControl clock() {
    return new ClockControl(door);
  }

  /** What goes wrong with calls and events. */
  public FaultControl faults() {
    return new FaultControl(door);
  }

  /** What there is and was, and what it would have cost. */
  public LedgerControl ledger() {
    return new LedgerControl(door);
  }

  /** Everything as it was at some moment, by name. */
  public SnapshotControl snapshots() {
    return new SnapshotControl(door);
  }

  /** How many there may be of something. */
  public QuotaControl quotas() {
    return new QuotaControl(door);
  }

  /** Encoders that die, and inputs that are lost. */
  public MediaControl media() {
    return new MediaControl(door);
  }

  /**
   * Forgets everything but snapshots, and sets the clock to the system's time. Addresses stay.
   *
   * @throws ControlException when calls under way do not end
   */
  public void reset() {
    door.post("/reset", null);
  }
}
