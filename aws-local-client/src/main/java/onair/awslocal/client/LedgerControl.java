package onair.awslocal.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every resource that is or was there, how long it was in which state, and what AWS would bill. */
public final class LedgerControl {

  private static final String LEDGER = "/ledger";

  private final Door door;

  /**
   * Time in one state.
   *
   * @param facts what billing depends on besides, such as the class of a channel
   * @param to null while it lasts
   */
  public record Interval(
      String state, Map<String, String> facts, Instant from, @Nullable Instant to) {}

  /**
   * One resource.
   *
   * @param service such as {@code medialive}
   * @param kind such as {@code channel}
   * @param state the last one
   * @param ended null while it is there
   * @param billedSeconds by billing class
   */
  public record Entry(
      String service,
      String kind,
      String arn,
      String state,
      boolean alive,
      Instant created,
      @Nullable Instant ended,
      List<Interval> intervals,
      Map<String, Double> billedSeconds) {}

  private record Page(List<Entry> entries, Map<String, Double> billedSeconds) {}

  LedgerControl(Door door) {
    this.door = door;
  }

  /** All resources, also those that are gone. */
  public List<Entry> all() {
    return page(Map.of()).entries();
  }

  /** All resources of a service, also those that are gone. */
  public List<Entry> of(String service) {
    return page(Map.of("service", service)).entries();
  }

  /** What is there: nothing, when a test has taken down all that it made. */
  public List<Entry> alive() {
    return page(Map.of("alive", "true")).entries();
  }

  /** What was there at this moment, by the local clock, or came after it. */
  public List<Entry> since(Instant moment) {
    return page(Map.of("since", moment.toString())).entries();
  }

  /** What AWS would bill for everything so far, by billing class, by the local clock. */
  public Map<String, Duration> billed() {
    return page(Map.of()).billedSeconds().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, each -> Duration.ofMillis(Math.round(each.getValue() * 1000))));
  }

  private Page page(Map<String, String> wanted) {
    return door.get(LEDGER + Door.query(wanted), Page.class);
  }
}
