package onair.common.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of decisions, and the words it is written in. Times are seconds since the
 * intent; settle is 90, a look 2.
 */
record DecisionCase(
    String name,
    String reason,
    Idempotency kind,
    ResourceRow stored,
    Facts<String> learned,
    long now,
    Step<String> wanted) {

  static final Instant INTENT = Instant.parse("2026-11-22T08:00:00Z");
  static final Idempotency NONE = new Idempotency.None();
  static final Idempotency NAME = new Idempotency.NaturalName();
  static final Idempotency TOKEN = new Idempotency.Token(Duration.ofMinutes(10));
  static final Idempotency SHORT_TOKEN = new Idempotency.Token(Duration.ofMinutes(1));
  static final Found<String> OWN = new Found<>("id-1", "there", at(1));
  static final Found<String> OTHER = new Found<>("id-2", "there", at(2));

  Step<String> decided() {
    var rules = new ResourceDecision.Rules(kind, Duration.ofSeconds(90), Duration.ofSeconds(2));
    return ResourceDecision.next(stored, learned, rules, at(now));
  }

  @Override
  public String toString() {
    return name + ": " + reason;
  }

  static Instant at(long seconds) {
    return INTENT.plusSeconds(seconds);
  }

  static Step<String> waits(long until, String reason) {
    return new Step.Wait<>(at(until), reason);
  }

  /** Generation 3, with the intent at 0 and, when known, id-1 recorded at 1. */
  static ResourceRow row(Desired desired, Create create, @Nullable Long doubtUntil) {
    var edit =
        ResourceRow.first(new ResourceKey("ch_1", "thing"), "org_1", desired)
            .edit()
            .intend(3, "ch_1/thing#3", INTENT, at(300))
            .doubt(doubtUntil == null ? null : at(doubtUntil));
    return switch (create) {
      case NONE -> edit.none().row();
      case UNKNOWN -> edit.row();
      case KNOWN -> edit.known("id-1", at(1)).row();
    };
  }

  static Facts<String> nothing() {
    return Facts.none();
  }

  static Facts<String> seen(Found<String> found) {
    return Facts.<String>none().seen(Optional.of(found), at(50));
  }

  static Facts<String> missing(long since) {
    return Facts.<String>none().seen(Optional.empty(), at(since));
  }

  @SafeVarargs
  static Facts<String> listed(long since, Found<String>... copies) {
    return Facts.<String>none().listed(listing(since, copies));
  }

  @SafeVarargs
  static Facts.Listing<String> listing(long since, Found<String>... copies) {
    return new Facts.Listing<>(List.of(copies), false, at(since));
  }
}
