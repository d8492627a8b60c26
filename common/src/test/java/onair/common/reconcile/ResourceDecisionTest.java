package onair.common.reconcile;

import static onair.common.reconcile.DecisionCase.NAME;
import static onair.common.reconcile.DecisionCase.NONE;
import static onair.common.reconcile.DecisionCase.OTHER;
import static onair.common.reconcile.DecisionCase.OWN;
import static onair.common.reconcile.DecisionCase.SHORT_TOKEN;
import static onair.common.reconcile.DecisionCase.TOKEN;
import static onair.common.reconcile.DecisionCase.at;
import static onair.common.reconcile.DecisionCase.listed;
import static onair.common.reconcile.DecisionCase.listing;
import static onair.common.reconcile.DecisionCase.missing;
import static onair.common.reconcile.DecisionCase.nothing;
import static onair.common.reconcile.DecisionCase.row;
import static onair.common.reconcile.DecisionCase.seen;
import static onair.common.reconcile.DecisionCase.waits;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onair.common.reconcile.ResourceRow.Create;
import onair.common.reconcile.ResourceRow.Desired;
import onair.common.reconcile.ResourceRow.Removal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored, what this run learned, and the step that follows. */
class ResourceDecisionTest {
  @ParameterizedTest
  @MethodSource("cases")
  void decides(DecisionCase given) {
    assertThat(given.decided()).isEqualTo(given.wanted());
  }

  static List<DecisionCase> cases() {
    var all = new ArrayList<DecisionCase>();
    all.addAll(nothingThere());
    all.addAll(unknownAndWanted());
    all.addAll(unknownAndUnwanted());
    all.addAll(knownAndWanted());
    all.addAll(knownAndUnwanted());
    return all;
  }

  private static List<DecisionCase> nothingThere() {
    return List.of(
        new DecisionCase(
            "first create",
            "nothing was ever sent",
            NONE,
            ResourceRow.first(new ResourceKey("ch_1", "thing"), "org_1", Desired.PRESENT),
            nothing(),
            0,
            new Step.Create<>(1)),
        new DecisionCase(
            "create after a refusal or a loss",
            "a generation is never used twice",
            TOKEN,
            row(Desired.PRESENT, Create.NONE, null),
            nothing(),
            200,
            new Step.Create<>(4)),
        new DecisionCase(
            "unwanted and never made",
            "every call was answered",
            NONE,
            row(Desired.ABSENT, Create.NONE, null),
            nothing(),
            200,
            new Step.Final<>()),
        new DecisionCase(
            "gone, but a create's answer was lost before",
            "its effect may be listed already",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            nothing(),
            50,
            new Step.ListAll<>()),
        new DecisionCase(
            "gone, in doubt, nothing listed",
            "it may still come; the listing is repeated while waiting",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(50),
            50,
            waits(60, "an answer was lost; its effect may still show up")),
        new DecisionCase(
            "gone, the doubt is over, nothing listed",
            "nothing can come any more",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(90),
            91,
            new Step.ClearDoubt<>()),
        new DecisionCase(
            "the listing is older than the end of the doubt",
            "the run was held up; what came in between is not in it",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(89),
            95,
            new Step.ListAll<>()),
        new DecisionCase(
            "something came late",
            "what is ours is taken in before it is deleted",
            NONE,
            row(Desired.ABSENT, Create.NONE, 90L),
            listed(91, OTHER),
            91,
            new Step.Adopt<>(OTHER, false)),
        new DecisionCase(
            "the name is taken",
            "perhaps by a copy of ours that we do not know of",
            NAME,
            row(Desired.PRESENT, Create.NONE, null),
            Facts.<String>none().clashed("exists"),
            1,
            new Step.ListAll<>()),
        new DecisionCase(
            "the name is taken by a copy of ours",
            "it is what we want",
            NAME,
            row(Desired.PRESENT, Create.NONE, null),
            Facts.<String>none().clashed("exists").listed(listing(1, OWN)),
            1,
            new Step.Adopt<>(OWN, false)),
        new DecisionCase(
            "the name is taken by somebody else",
            "what is not ours is never touched",
            NAME,
            row(Desired.PRESENT, Create.NONE, null),
            Facts.<String>none().clashed("exists").listed(listing(1)),
            1,
            new Step.Refused<>("exists")));
  }

  private static List<DecisionCase> unknownAndWanted() {
    var unknown = row(Desired.PRESENT, Create.UNKNOWN, 90L);
    return List.of(
        new DecisionCase(
            "token, within its validity",
            "the same token gives the same resource",
            TOKEN,
            unknown,
            nothing(),
            5,
            new Step.RepeatCreate<>()),
        new DecisionCase(
            "token, the repeat clashed",
            "the first try may have come with another spec; look what is there",
            TOKEN,
            unknown,
            Facts.<String>none().clashed("other parameters"),
            5,
            new Step.ListAll<>()),
        new DecisionCase(
            "token, the repeat clashed, nothing listed yet",
            "the first try may not be listed yet",
            TOKEN,
            unknown,
            Facts.<String>none().clashed("other parameters").listed(listing(5)),
            5,
            waits(15, "an answer was lost; its effect may still show up")),
        new DecisionCase(
            "token, a late repeat would outlive its validity",
            "AWS may have forgotten the token when the repeat arrives",
            TOKEN,
            row(Desired.PRESENT, Create.UNKNOWN, 600L),
            nothing(),
            511,
            new Step.ListAll<>()),
        new DecisionCase(
            "short token, first half of its validity",
            "AWS remembers it for a minute from its first success",
            SHORT_TOKEN,
            unknown,
            nothing(),
            29,
            new Step.RepeatCreate<>()),
        new DecisionCase(
            "short token, second half",
            "a repeat might arrive too late",
            SHORT_TOKEN,
            unknown,
            nothing(),
            31,
            new Step.ListAll<>()),
        new DecisionCase(
            "natural name",
            "asking costs nothing and may save the repeat",
            NAME,
            unknown,
            nothing(),
            5,
            new Step.ListAll<>()),
        new DecisionCase(
            "natural name, not there",
            "a second create with the name is refused, never doubled",
            NAME,
            unknown,
            listed(5),
            5,
            new Step.RepeatCreate<>()),
        new DecisionCase(
            "natural name, there",
            "the lost answer was a success",
            NAME,
            unknown,
            listed(5, OWN),
            5,
            new Step.Adopt<>(OWN, false)),
        new DecisionCase(
            "tokenless, listed early",
            "a success need not be waited for",
            NONE,
            unknown,
            listed(5, OWN),
            5,
            new Step.Adopt<>(OWN, false)),
        new DecisionCase(
            "tokenless, two listed",
            "the oldest stays, the others go next",
            NONE,
            unknown,
            listed(5, OWN, OTHER),
            5,
            new Step.Adopt<>(OWN, true)),
        new DecisionCase(
            "tokenless, nothing listed",
            "a second create now could make two",
            NONE,
            unknown,
            listed(5),
            5,
            waits(15, "an answer was lost; its effect may still show up")),
        new DecisionCase(
            "tokenless, just before the end",
            "waits no longer than settle",
            NONE,
            unknown,
            listed(85),
            85,
            waits(90, "an answer was lost; its effect may still show up")),
        new DecisionCase(
            "tokenless, settled, listed before",
            "that listing proves nothing",
            NONE,
            unknown,
            listed(85),
            90,
            new Step.ListAll<>()),
        new DecisionCase(
            "tokenless, settled, nothing there",
            "it never happened",
            NONE,
            unknown,
            listed(90),
            90,
            new Step.NeverMade<>()),
        new DecisionCase(
            "listed but not shown by its id",
            "gone already, or too new; both pass",
            NONE,
            unknown,
            Facts.<String>none().listed(new Facts.Listing<>(List.of(), true, at(90))),
            90,
            waits(92, "AWS lists a copy that it does not show")));
  }

  private static List<DecisionCase> unknownAndUnwanted() {
    var unknown = row(Desired.ABSENT, Create.UNKNOWN, 90L);
    return List.of(
        new DecisionCase(
            "token, unwanted meanwhile",
            "a resource is not created to be deleted",
            TOKEN,
            unknown,
            nothing(),
            5,
            new Step.ListAll<>()),
        new DecisionCase(
            "unwanted, nothing listed",
            "deleting is not done while something may come",
            TOKEN,
            unknown,
            listed(5),
            5,
            waits(15, "an answer was lost; its effect may still show up")),
        new DecisionCase(
            "unwanted, there after all",
            "taken in, to be deleted by its id",
            NAME,
            unknown,
            listed(5, OWN),
            5,
            new Step.Adopt<>(OWN, false)),
        new DecisionCase(
            "unwanted, settled, nothing there",
            "it never happened",
            NAME,
            unknown,
            listed(90),
            90,
            new Step.NeverMade<>()));
  }

  private static List<DecisionCase> knownAndWanted() {
    var known = row(Desired.PRESENT, Create.KNOWN, null);
    var doubtful = row(Desired.PRESENT, Create.KNOWN, 90L);
    return List.of(
        new DecisionCase(
            "known", "what is stored may be old", NONE, known, nothing(), 50, new Step.Observe<>()),
        new DecisionCase("there", "as wanted", NONE, known, seen(OWN), 50, new Step.Ready<>(OWN)),
        new DecisionCase(
            "not shown right after the create",
            "reads may lag; creating anew would make two",
            NONE,
            known,
            missing(5),
            5,
            waits(7, "AWS does not show it, which may be too early")),
        new DecisionCase(
            "not shown long after the create",
            "somebody removed it",
            NONE,
            known,
            missing(200),
            200,
            new Step.Gone<>()),
        new DecisionCase(
            "not shown, but asked long ago",
            "the run was held up between looking and deciding",
            NONE,
            known,
            missing(80),
            200,
            waits(91, "AWS does not show it, which may be too early")),
        new DecisionCase(
            "there, in doubt",
            "the doubt does not keep a user waiting",
            NONE,
            doubtful,
            seen(OWN),
            50,
            new Step.Ready<>(OWN)),
        new DecisionCase(
            "there, the doubt has ended",
            "a second copy would be listed now",
            NONE,
            doubtful,
            seen(OWN),
            90,
            new Step.ListAll<>()),
        new DecisionCase(
            "there, the doubt has ended, nothing else listed",
            "there is one",
            NONE,
            doubtful,
            seen(OWN).listed(listing(90, OWN)),
            90,
            new Step.ClearDoubt<>()),
        new DecisionCase(
            "there, listed before the doubt ended",
            "that listing proves nothing",
            NONE,
            doubtful,
            seen(OWN).listed(listing(80, OWN)),
            90,
            new Step.ListAll<>()),
        new DecisionCase(
            "there twice",
            "the recorded one stays",
            NONE,
            doubtful,
            seen(OWN).listed(listing(90, OTHER, OWN)),
            90,
            new Step.RemoveExtras<>(List.of(OTHER))),
        new DecisionCase(
            "there twice, the other asked to go",
            "the next run lists again; the doubt stays",
            NONE,
            doubtful,
            seen(OWN).listed(listing(90, OTHER, OWN)).afterExtras(),
            90,
            new Step.Ready<>(OWN)),
        new DecisionCase(
            "wanted again while being deleted",
            "what the delete did is not known; it is carried through",
            NONE,
            known.edit().removal(Removal.ASKED).row(),
            seen(OWN),
            200,
            new Step.Delete<>(OWN)),
        new DecisionCase(
            "wanted again, deleted",
            "the way is free for the next generation",
            NONE,
            known.edit().removal(Removal.ACCEPTED).row(),
            missing(5),
            5,
            new Step.Gone<>()));
  }

  private static List<DecisionCase> knownAndUnwanted() {
    var known = row(Desired.ABSENT, Create.KNOWN, null);
    return List.of(
        new DecisionCase(
            "unwanted",
            "it is looked at before it is deleted",
            NONE,
            known,
            nothing(),
            50,
            new Step.Observe<>()),
        new DecisionCase(
            "unwanted, there", "it goes", NONE, known, seen(OWN), 50, new Step.Delete<>(OWN)),
        new DecisionCase(
            "unwanted, delete accepted, still there",
            "AWS takes its time",
            NONE,
            known.edit().removal(Removal.ACCEPTED).row(),
            Facts.<String>none().afterDelete().seen(Optional.of(OWN), at(50)),
            50,
            waits(52, "AWS is deleting it")),
        new DecisionCase(
            "unwanted, delete accepted, not shown",
            "AWS confirmed it, so that it is gone and not merely unseen",
            NONE,
            known.edit().removal(Removal.ACCEPTED).row(),
            missing(5),
            5,
            new Step.Gone<>()),
        new DecisionCase(
            "unwanted, delete never answered, not shown right after the create",
            "it may only not be visible yet",
            NONE,
            known.edit().removal(Removal.ASKED).row(),
            missing(5),
            5,
            waits(7, "AWS does not show it, which may be too early")),
        new DecisionCase(
            "unwanted, delete never answered, not shown for long",
            "it is gone, whoever did it",
            NONE,
            known.edit().removal(Removal.ASKED).row(),
            missing(100),
            100,
            new Step.Gone<>()));
  }
}
