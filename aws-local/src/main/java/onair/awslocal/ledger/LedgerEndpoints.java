package onair.awslocal.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import onair.awslocal.control.ControlAnswer;
import onair.awslocal.control.ControlRefused;
import onair.awslocal.control.ControlRequest;
import onair.awslocal.control.Endpoint;
import org.jspecify.annotations.Nullable;

/** The ledger at the control door. */
public record LedgerEndpoints(Ledger ledger) {

  /**
   * The answer.
   *
   * @param now the local clock, which running times count to
   * @param billedSeconds of all entries shown together, by billing class
   */
  private record Page(Instant now, List<Shown> entries, Map<String, Double> billedSeconds) {}

  /** An entry and what it costs. */
  private record Shown(
      String service,
      String kind,
      String arn,
      String state,
      boolean alive,
      Instant created,
      @Nullable Instant ended,
      List<Interval> intervals,
      Map<String, Double> billedSeconds) {

    static Shown of(Entry entry, Bill bill) {
      return new Shown(
          entry.service(),
          entry.kind(),
          entry.arn(),
          entry.alive() ? entry.latest().state() : Watched.DELETED,
          entry.alive(),
          entry.created(),
          entry.ended(),
          entry.intervals(),
          bill.of(entry));
    }
  }

  /** All of them. */
  public List<Endpoint> all() {
    return List.of(
        new Endpoint(
            "GET",
            "/ledger",
            "shows resources that are and were there, their states and what they would cost; by"
                + " service, kind, arn, since and alive",
            this::show));
  }

  private ControlAnswer show(ControlRequest request) {
    request.onlyQuery("service", "kind", "arn", "since", "alive");
    Optional<Instant> since = request.time("since");
    Optional<Boolean> alive = request.query("alive").map(LedgerEndpoints::truth);
    List<Entry> all = ledger.entries();
    Instant now = ledger.now();
    Bill bill = new Bill(all, now);
    List<Shown> shown =
        all.stream()
            .filter(entry -> fits(request.query("service"), entry.service()))
            .filter(entry -> fits(request.query("kind"), entry.kind()))
            .filter(entry -> fits(request.query("arn"), entry.arn()))
            .filter(entry -> alive.isEmpty() || alive.get() == entry.alive())
            .filter(entry -> since.isEmpty() || !wasOverBefore(entry, since.get()))
            .map(entry -> Shown.of(entry, bill))
            .toList();
    Map<String, Double> total = new TreeMap<>();
    shown.forEach(
        entry ->
            entry.billedSeconds().forEach((name, time) -> total.merge(name, time, Double::sum)));
    return ControlAnswer.ok(new Page(now, shown, total));
  }

  private static boolean fits(Optional<String> wanted, String value) {
    return wanted.isEmpty() || wanted.get().equals(value);
  }

  private static boolean wasOverBefore(Entry entry, Instant since) {
    return entry.ended() != null && entry.ended().isBefore(since);
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ControlRefused.invalid("alive must be true or false, not " + text);
    };
  }
}
