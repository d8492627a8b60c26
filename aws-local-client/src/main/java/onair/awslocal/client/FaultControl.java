package onair.awslocal.client;

import java.util.List;

/**
 * What goes wrong. Each fault counts the calls or events it matches from when it is put; when
 * several would befall one, the oldest does.
 */
public final class FaultControl {

  private static final String FAULTS = "/faults";

  private final Door door;

  /**
   * How a fault stands.
   *
   * @param fault as it was put, with the seed it goes by
   * @param seen matching calls or events since it was put
   * @param fired how many of them it befell
   * @param firedAt which ones, from 1; the first thousand
   */
  public record Standing(String id, Fault fault, long seen, long fired, List<Long> firedAt) {}

  private record All(List<Standing> faults) {}

  FaultControl(Door door) {
    this.door = door;
  }

  /**
   * Lets it happen from now on.
   *
   * @return with the id to end it by
   * @throws ControlException saying everything that is wrong with it
   */
  public Standing put(Fault fault) {
    return door.post(FAULTS, fault, Standing.class);
  }

  /** All of them, the oldest first, with those that will not happen again. */
  public List<Standing> list() {
    return door.get(FAULTS, All.class).faults();
  }

  /**
   * @throws ControlException when there is none of this id
   */
  public Standing get(String id) {
    return door.get(FAULTS + "/" + Door.encoded(id), Standing.class);
  }

  /**
   * Ends one. What it has begun goes on.
   *
   * @throws ControlException when there is none of this id
   */
  public void end(String id) {
    door.delete(FAULTS + "/" + Door.encoded(id));
  }

  /** Ends all. What they have begun goes on. */
  public void endAll() {
    door.delete(FAULTS);
  }
}
