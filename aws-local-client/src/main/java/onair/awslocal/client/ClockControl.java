package onair.awslocal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The clock of one {@code aws-local}. Encoders and playback stay on real time. */
public final class ClockControl {

  private static final String CLOCK = "/clock";

  private final Door door;

  /**
   * How the clock is set.
   *
   * @param now what it shows
   * @param frozen whether it stands still
   * @param offset how far it is ahead of the system's time
   */
  public record Setting(Instant now, boolean frozen, Duration offset) {}

  ClockControl(Door door) {
    this.door = door;
  }

  /** How it is set. */
  public Setting setting() {
    return door.get(CLOCK, Setting.class);
  }

  /** What it shows. */
  public Instant now() {
    return setting().now();
  }

  /** Stops it. */
  public Setting freeze() {
    return door.post(CLOCK + "/freeze", null, Setting.class);
  }

  /**
   * Moves it on and returns when everything that is due on the way has happened: states have
   * changed, events have left, tokens have run out.
   *
   * @throws ControlException when the way is negative or too long
   */
  public Setting advance(Duration way) {
    return door.post(CLOCK + "/advance", Map.of("duration", way.toString()), Setting.class);
  }

  /** Lets it go on from where it stands. */
  public Setting resume() {
    return door.post(CLOCK + "/resume", null, Setting.class);
  }

  /** Sets it to the system's time. */
  public Setting reset() {
    return door.post(CLOCK + "/reset", null, Setting.class);
  }
}
