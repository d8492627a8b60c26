package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is stored, what this run learned, and the step that follows. Times are seconds since the
 * intent; settle is 90, a look 2.
 */
class ResourceDecisionTest {
  private static final Instant INTENT = Instant.parse("2026-11-22T08:00:00Z");
  private static final Idempotency NONE = new Idempotency.None();
  private static final Idempotency NAME = new Idempotency.NaturalName();
  private static final Idempotency TOKEN = new Idempotency.Token(Duration.ofMinutes(10));
  private static final Idempotency SHORT_TOKEN = new Idempotency.Token(Duration.ofMinutes(1));
  private static final Found<String> OWN = new Found<>("id-1", "there", at(1));
  private static final Found<String> OTHER = new Found<>("id-2", "there", at(2));

  /** A row of the table. */
  private record Case(
      String name,
      String reason,
      Idempotency kind,
      ResourceRow stored,
      Facts<String> learned,
      long now,
      Step<String> wanted) {
    @Override
    public String toString() {
      return name + ": " + reason;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void decides(Case given) {
    var rules =
        new ResourceDecision.Rules(given.kind(), Duration.ofSeconds(90), Duration.ofSeconds(2));

    var step = ResourceDecision.next(given.stored(), given.learned(), rules, at(given.now()));

    assertThat(step).isEqualTo(given.wanted());
  }

  static List<Case> cases() {
    var all = new ArrayList<Case>();
    all.addAll(nothingThere());
    all.addAll(unknownAndWanted());
    all.addAll(unknownAndUnwanted());
    all.addAll(knownAndWanted());
    all.addAll(knownAndUnwanted());
    return all;
  }

  private static List<Case> nothingThere() {
    return List.of(
        new Case(
            "first create",
            "nothing was ever sent",
            NONE,
            ResourceRow.first(new ResourceKey("ch_1", "thing"), "org_1", Desired.PRESENT),
            nothing(),
            0,
            new Step.Create<>(1)),
        new Case(
            "create after a refusal or a loss",
            "a generation is never used twice",
            TOKEN,
            row(Desired.PRESENT, Create.NONE, null),
            nothing(),
            200,
            new Step.Create<>(4)),
        new Case(
            "unwanted and never made",
            "every call was answered",
            NONE,
            row(Desired.ABSENT, Create.NONE, null),
            nothing(),
            200,
            new Step.Final<>()),
        new Case(
            "gone, but a create's answer was lost before",
            "its effect may be listed already",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            nothing(),
            50,
            new Step.ListAll<>()),
        new Case(
            "gone, in doubt, nothing listed",
            "it may still come; the listing is repeated while waiting",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(50),
            50,
            wait(60, "an answer was lost; its effect may still show up")),
        new Case(
            "gone, the doubt is over, nothing listed",
            "nothing can come any more",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(90),
            91,
            new Step.ClearDoubt<>()),
        new Case(
            "the listing is older than the end of the doubt",
            "the run was held up; what came in between is not in it",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(89),
            95,
            new Step.ListAll<>()),
        new Case(
            "something came late",
            "what is ours is taken in before it is deleted",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(91, OTHER),
            91,
            new Step.Adopt<>(OTHER, false)),
        new Case(
            "the name is taken",
            "perhaps by a copy of ours that we do not know of",
            NAME,
            row(Desired.PRESENT, Create.NONE, null),
            Facts.<String>none().clashed("exists"),
            1,
            new Step.ListAll<>()),
        new Case(
            "the name is taken by a copy of ours",
            "it is what we want",
            NAME,
            row(Desired.PRESENT, Create.NONE, null),
            Facts.<String>none().clashed("exists").listed(listing(1, OWN)),
            1,
            new Step.Adopt<>(OWN, false)),
        new Case(
            "the name is taken by somebody else",
            "what is not ours is never touched",
            NAME,
            row(Desired.PRESENT, Create.NONE, null),
            Facts.<String>none().clashed("exists").listed(listing(1)),
            1,
            new Step.Refused<>("exists")));
  }

  private static List<Case> unknownAndWanted() {
    var unknown = row(Desired.PRESENT, Create.UNKNOWN, 90L);
    return List.of(
        new Case(
            "token, within its validity",
            "the same token gives the same resource",
            TOKEN,
            unknown,
            nothing(),
            5,
            new Step.RepeatCreate<>()),
        new Case(
            "token, the repeat clashed",
            "the first try may have come with another spec; look what is there",
            TOKEN,
            unknown,
            Facts.<String>none().clashed("other parameters"),
            5,
            new Step.ListAll<>()),
        new Case(
            "token, the repeat clashed, nothing listed yet",
            "the first try may not be listed yet",
            TOKEN,
            unknown,
            Facts.<String>none().clashed("other parameters").listed(listing(5)),
            5,
            wait(15, "an answer was lost; its effect may still show up")),
        new Case(
            "token, a late repeat would outlive its validity",
            "AWS may have forgotten the token when the repeat arrives",
            TOKEN,
            row(Desired.PRESENT, Create.UNKNOWN, 600L),
            nothing(),
            511,
            new Step.ListAll<>()),
        new Case(
            "short token, first half of its validity",
            "AWS remembers it for a minute from its first success",
            SHORT_TOKEN,
            unknown,
            nothing(),
            29,
            new Step.RepeatCreate<>()),
        new Case(
            "short token, second half",
            "a repeat might arrive too late",
            SHORT_TOKEN,
            unknown,
            nothing(),
            31,
            new Step.ListAll<>()),
        new Case(
            "natural name",
            "asking costs nothing and may save the repeat",
            NAME,
            unknown,
            nothing(),
            5,
            new Step.ListAll<>()),
        new Case(
            "natural name, not there",
            "a second create with the name is refused, never doubled",
            NAME,
            unknown,
            listed(5),
            5,
            new Step.RepeatCreate<>()),
        new Case(
            "natural name, there",
            "the lost answer was a success",
            NAME,
            unknown,
            listed(5, OWN),
            5,
            new Step.Adopt<>(OWN, false)),
        new Case(
            "tokenless, listed early",
            "a success need not be waited for",
            NONE,
            unknown,
            listed(5, OWN),
            5,
            new Step.Adopt<>(OWN, false)),
        new Case(
            "tokenless, two listed",
            "the oldest stays, the others go next",
            NONE,
            unknown,
            listed(5, OWN, OTHER),
            5,
            new Step.Adopt<>(OWN, true)),
        new Case(
            "tokenless, nothing listed",
            "a second create now could make two",
            NONE,
            unknown,
            listed(5),
            5,
            wait(15, "an answer was lost; its effect may still show up")),
        new Case(
            "tokenless, just before the end",
            "waits no longer than settle",
            NONE,
            unknown,
            listed(85),
            85,
            wait(90, "an answer was lost; its effect may still show up")),
        new Case(
            "tokenless, settled, listed before",
            "that listing proves nothing",
            NONE,
            unknown,
            listed(85),
            90,
            new Step.ListAll<>()),
        new Case(
            "tokenless, settled, nothing there",
            "it never happened",
            NONE,
            unknown,
            listed(90),
            90,
            new Step.NeverMade<>()),
        new Case(
            "listed but not shown by its id",
            "gone already, or too new; both pass",
            NONE,
            unknown,
            Facts.<String>none().listed(new Facts.Listing<>(List.of(), true, at(90))),
            90,
            wait(92, "AWS lists a copy that it does not show")));
  }

  private static List<Case> unknownAndUnwanted() {
    var unknown = row(Desired.ABSENT, Create.UNKNOWN, 90L);
    return List.of(
        new Case(
            "token, unwanted meanwhile",
            "a resource is not created to be deleted",
            TOKEN,
            unknown,
            nothing(),
            5,
            new Step.ListAll<>()),
        new Case(
            "unwanted, nothing listed",
            "deleting is not done while something may come",
            TOKEN,
            unknown,
            listed(5),
            5,
            wait(15, "an answer was lost; its effect may still show up")),
        new Case(
            "unwanted, there after all",
            "taken in, to be deleted by its id",
            NAME,
            unknown,
            listed(5, OWN),
            5,
            new Step.Adopt<>(OWN, false)),
        new Case(
            "unwanted, settled, nothing there",
            "it never happened",
            NAME,
            unknown,
            listed(90),
            90,
            new Step.NeverMade<>()));
  }

  private static List<Case> knownAndWanted() {
    var known = row(Desired.PRESENT, Create.KNOWN, null);
    var doubtful = row(Desired.PRESENT, Create.KNOWN, 90L);
    return List.of(
        new Case(
            "known", "what is stored may be old", NONE, known, nothing(), 50, new Step.Observe<>()),
        new Case("there", "as wanted", NONE, known, seen(OWN), 50, new Step.Ready<>(OWN)),
        new Case(
            "not shown right after the create",
            "reads may lag; creating anew would make two",
            NONE,
            known,
            missing(5),
            5,
            wait(7, "AWS does not show it, which may be too early")),
        new Case(
            "not shown long after the create",
            "somebody removed it",
            NONE,
            known,
            missing(200),
            200,
            new Step.Gone<>()),
        new Case(
            "not shown, but asked long ago",
            "the run was held up between looking and deciding",
            NONE,
            known,
            missing(80),
            200,
            wait(91, "AWS does not show it, which may be too early")),
        new Case(
            "there, in doubt",
            "the doubt does not keep a user waiting",
            NONE,
            doubtful,
            seen(OWN),
            50,
            new Step.Ready<>(OWN)),
        new Case(
            "there, the doubt has ended",
            "a second copy would be listed now",
            NONE,
            doubtful,
            seen(OWN),
            90,
            new Step.ListAll<>()),
        new Case(
            "there, the doubt has ended, nothing else listed",
            "there is one",
            NONE,
            doubtful,
            seen(OWN).listed(listing(90, OWN)),
            90,
            new Step.ClearDoubt<>()),
        new Case(
            "there, listed before the doubt ended",
            "that listing proves nothing",
            NONE,
            doubtful,
            seen(OWN).listed(listing(80, OWN)),
            90,
            new Step.ListAll<>()),
        new Case(
            "there twice",
            "the recorded one stays",
            NONE,
            doubtful,
            seen(OWN).listed(listing(90, OTHER, OWN)),
            90,
            new Step.RemoveExtras<>(List.of(OTHER))),
        new Case(
            "there twice, the other asked to go",
            "the next run lists again; the doubt stays",
            NONE,
            doubtful,
            seen(OWN).listed(listing(90, OTHER, OWN)).afterExtras(),
            90,
            new Step.Ready<>(OWN)),
        new Case(
            "wanted again while being deleted",
            "what the delete did is not known; it is carried through",
            NONE,
            known.edit().removal(Removal.ASKED).row(),
            seen(OWN),
            200,
            new Step.Delete<>(OWN)),
        new Case(
            "wanted again, deleted",
            "the way is free for the next generation",
            NONE,
            known.edit().removal(Removal.ACCEPTED).row(),
            missing(5),
            5,
            new Step.Gone<>()));
  }

  private static List<Case> knownAndUnwanted() {
    var known = row(Desired.ABSENT, Create.KNOWN, null);
    return List.of(
        new Case(
            "unwanted",
            "it is looked at before it is deleted",
            NONE,
            known,
            nothing(),
            50,
            new Step.Observe<>()),
        new Case("unwanted, there", "it goes", NONE, known, seen(OWN), 50, new Step.Delete<>(OWN)),
        new Case(
            "unwanted, delete accepted, still there",
            "AWS takes its time",
            NONE,
            known.edit().removal(Removal.ACCEPTED).row(),
            Facts.<String>none().afterDelete().seen(Optional.of(OWN), at(50)),
            50,
            wait(52, "AWS is deleting it")),
        new Case(
            "unwanted, delete accepted, not shown",
            "AWS confirmed it, so that it is gone and not merely unseen",
            NONE,
            known.edit().removal(Removal.ACCEPTED).row(),
            missing(5),
            5,
            new Step.Gone<>()),
        new Case(
            "unwanted, delete never answered, not shown right after the create",
            "it may only not be visible yet",
            NONE,
            known.edit().removal(Removal.ASKED).row(),
            missing(5),
            5,
            wait(7, "AWS does not show it, which may be too early")),
        new Case(
            "unwanted, delete never answered, not shown for long",
            "it is gone, whoever did it",
            NONE,
            known.edit().removal(Removal.ASKED).row(),
            missing(100),
            100,
            new Step.Gone<>()));
  }

  private static Instant at(long seconds) {
    return INTENT.plusSeconds(seconds);
  }

  private static Step<String> wait(long until, String reason) {
    return new Step.Wait<>(at(until), reason);
  }

  /** Generation 3, with the intent at 0 and, when known, id-1 recorded at 1. */
  private static ResourceRow row(Desired desired, Create create, @Nullable Long doubtUntil) {
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

  private static Facts<String> nothing() {
    return Facts.none();
  }

  private static Facts<String> seen(Found<String> found) {
    return Facts.<String>none().seen(Optional.of(found), at(50));
  }

  private static Facts<String> missing(long since) {
    return Facts.<String>none().seen(Optional.empty(), at(since));
  }

  @SafeVarargs
  private static Facts<String> listed(long since, Found<String>... copies) {
    return Facts.<String>none().listed(listing(since, copies));
  }

  @SafeVarargs
  private static Facts.Listing<String> listing(long since, Found<String>... copies) {
    return new Facts.Listing<>(List.of(copies), false, at(since));
  }
}
