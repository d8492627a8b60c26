package onair.awslocal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.MovableClock;
import onair.awslocal.state.Codecs;
import onair.awslocal.state.StateStore;
import onair.awslocal.state.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger over tables whose rows are states, and what it bills. */
class LedgerTest {

  private static final Map<String, String> NO_FACTS = Map.of();

  @TempDir Path folder;

  private final MovableClock clock = new MovableClock();
  private StateStore store;
  private Ledger ledger;

  record Thing(String name, String state, Map<String, String> facts) {

    Thing in(String other) {
      return new Thing(name, other, facts);
    }
  }

  @BeforeEach
  void open() {
    store = new StateStore(folder, clock);
    ledger = new Ledger(store, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void writesDownEveryStateAndItsTime() {
    Instant begin = clock.instant();
    Table<Thing> things = watched("mediaconnect", "flow");
    things.put("f", new Thing("f", "STANDBY", NO_FACTS));
    pass(5);
    things.put("f", new Thing("f", "ACTIVE", NO_FACTS));
    pass(7);
    things.remove("f");
    pass(1);
    Entry entry = ledger.entries().getFirst();
    assertThat(entry.arn()).isEqualTo("arn:f");
    assertThat(entry.created()).isEqualTo(begin);
    assertThat(entry.ended()).isEqualTo(begin.plusSeconds(12));
    assertThat(entry.intervals())
        .containsExactly(
            new Interval("STANDBY", NO_FACTS, begin, begin.plusSeconds(5)),
            new Interval("ACTIVE", NO_FACTS, begin.plusSeconds(5), begin.plusSeconds(12)));
  }

  @Test
  void oneOfTheSameNameThatIsMadeLaterIsAnother() {
    Table<Thing> things = watched("mediaconnect", "flow");
    things.put("f", new Thing("f", "STANDBY", NO_FACTS));
    things.remove("f");
    things.put("f", new Thing("f", "STANDBY", NO_FACTS));
    assertThat(ledger.entries()).extracting(Entry::alive).containsExactly(false, true);
  }

  @Test
  void whatIsDeletedButRememberedIsGone() {
    Table<Thing> things = watched("medialive", "channel");
    things.put("c", new Thing("c", "IDLE", NO_FACTS));
    pass(3);
    things.put("c", new Thing("c", "DELETED", NO_FACTS));
    pass(3);
    things.remove("c");
    assertThat(ledger.entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.ended()).isEqualTo(clock.instant().minusSeconds(3)));
  }

  @Test
  void goesOnAfterARestartWithoutAGap() {
    Instant begin = clock.instant();
    Table<Thing> things = watched("mediaconnect", "flow");
    things.put("stays", new Thing("stays", "ACTIVE", NO_FACTS));
    things.put("ended", new Thing("ended", "ACTIVE", NO_FACTS));
    things.remove("ended");
    pass(10);
    reopen();
    watched("mediaconnect", "flow");
    pass(10);
    assertThat(ledger.entries()).hasSize(2);
    assertThat(alive())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.arn()).isEqualTo("arn:stays");
              assertThat(entry.intervals())
                  .containsExactly(new Interval("ACTIVE", NO_FACTS, begin, null));
            });
  }

  @Test
  void tellsAtTheNextStartWhatAKilledProcessCouldNot() {
    Table<Thing> things = watched("mediaconnect", "flow");
    things.put("lost", new Thing("lost", "ACTIVE", NO_FACTS));
    things.put("changed", new Thing("changed", "ACTIVE", NO_FACTS));
    reopen();
    Table<Thing> unheard = store.table("mediaconnect-flow", Codecs.json(Thing.class));
    unheard.remove("lost");
    unheard.put("changed", new Thing("changed", "STANDBY", NO_FACTS));
    unheard.put("new", new Thing("new", "STANDBY", NO_FACTS));
    pass(60);
    reopen();
    watched("mediaconnect", "flow");
    assertThat(alive())
        .extracting(Entry::arn, entry -> entry.latest().state())
        .containsExactlyInAnyOrder(tuple("arn:changed", "STANDBY"), tuple("arn:new", "STANDBY"));
    assertThat(ledger.entries().stream().filter(entry -> !entry.alive()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.arn()).isEqualTo("arn:lost");
              assertThat(entry.ended()).isEqualTo(clock.instant());
            });
  }

  @ParameterizedTest
  @CsvSource({"1, 600", "599, 600", "600, 600", "601, 660", "3600, 3600"})
  void aStartedChannelIsBilledByTheMinuteAndForTenAtLeast(int seconds, double billed) {
    Table<Thing> channels = watched("medialive", "channel");
    through(
        channels, new Thing("c", "IDLE", NO_FACTS), "STARTING:4", "RUNNING:" + seconds, "IDLE:30");
    assertThat(bill("arn:c"))
        .isEqualTo(Map.of("medialive-channel-running", billed, "medialive-channel-idle", 34.0));
  }

  @Test
  void eachStartIsBilledForItselfButARecoveryIsNoStart() {
    Table<Thing> channels = watched("medialive", "channel");
    through(
        channels,
        new Thing("c", "CREATING", NO_FACTS),
        "IDLE:5",
        "RUNNING:60",
        "RECOVERING:5",
        "RUNNING:60",
        "STOPPING:5",
        "IDLE:0",
        "RUNNING:700");
    assertThat(bill("arn:c"))
        .isEqualTo(
            Map.of("medialive-channel-running", 600.0 + 720.0, "medialive-channel-idle", 10.0));
  }

  @Test
  void aPushInputIsIdleWhileNoRunningChannelHasIt() {
    Table<Thing> inputs = watched("medialive", "input");
    Table<Thing> channels = watched("medialive", "channel");
    inputs.put("1", new Thing("1", "DETACHED", Map.of("id", "1", "type", "RTMP_PUSH")));
    inputs.put("2", new Thing("2", "DETACHED", Map.of("id", "2", "type", "MEDIACONNECT")));
    pass(10);
    through(
        channels,
        new Thing("c", "IDLE", Map.of("inputs", "1,2")),
        "IDLE:10",
        "RUNNING:100",
        "STOPPING:5");
    assertThat(bill("arn:1")).isEqualTo(Map.of("medialive-push-input-idle", 25.0));
    assertThat(bill("arn:2")).isEmpty();
  }

  @Test
  void aFlowIsBilledWhileItIsActiveAlsoWhenItIsChangedMeanwhile() {
    Table<Thing> flows = watched("mediaconnect", "flow");
    through(
        flows,
        new Thing("f", "STANDBY", NO_FACTS),
        "UPDATING:3",
        "STANDBY:5",
        "STARTING:5",
        "ACTIVE:20",
        "UPDATING:2",
        "ACTIVE:20",
        "STOPPING:5");
    assertThat(bill("arn:f")).isEqualTo(Map.of("mediaconnect-flow-active", 42.0));
  }

  @Test
  void aCompleteJobIsBilledByTheHundredthMinuteOfEachOutput() {
    Table<Thing> jobs = watched("mediaconvert", "job");
    jobs.put("j", new Thing("j", "PROGRESSING", NO_FACTS));
    jobs.put("j", new Thing("j", "COMPLETE", Map.of("output_ms", "10000,10001")));
    jobs.put("e", new Thing("e", "ERROR", Map.of("output_ms", "10000")));
    assertThat(bill("arn:j").get("mediaconvert-output")).isEqualTo(10.2 + 10.2);
    assertThat(bill("arn:e")).isEmpty();
  }

  private Table<Thing> watched(String service, String kind) {
    Table<Thing> things = store.table(service + "-" + kind, Codecs.json(Thing.class));
    ledger.watch(
        things,
        new Watched<>(service, kind, thing -> "arn:" + thing.name(), Thing::state, Thing::facts));
    return things;
  }

  /** Each step is a state and how many seconds it lasts. */
  private void through(Table<Thing> things, Thing thing, String... steps) {
    things.put(thing.name(), thing);
    for (String step : steps) {
      String[] parts = step.split(":");
      things.put(thing.name(), thing.in(parts[0]));
      pass(Integer.parseInt(parts[1]));
    }
  }

  private Map<String, Double> bill(String arn) {
    List<Entry> all = ledger.entries();
    Entry entry = all.stream().filter(each -> each.arn().equals(arn)).findFirst().orElseThrow();
    return new Bill(all, clock.instant()).of(entry);
  }

  private List<Entry> alive() {
    return new ArrayList<>(ledger.entries().stream().filter(Entry::alive).toList());
  }

  private void reopen() {
    store.close();
    open();
  }

  private void pass(int seconds) {
    clock.pass(Duration.ofSeconds(seconds));
  }
}
