package onair.channel.live;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import onair.awslocal.client.Fault;
import onair.channel.live.ChannelHistory.Act;
import onair.channel.live.PlayedWorlds.Life;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/**
 * The whole service, its database and AWS, with processes that die and stand still anywhere, calls
 * that are lost, late and refused, and users who want this and then that: no orphan, no double,
 * nothing stuck, ever.
 *
 * <p>{@code -Donair.seed=7} plays the random life 7 alone and shows its points.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakProofIT {

  private static final int WORLDS = Integer.getInteger("onair.leak.worlds", 2);
  private static final int PAIRS = Integer.getInteger("onair.leak.pairs", 2000);
  private static final int SEEDS = Integer.getInteger("onair.leak.seeds", 2000);
  private static final int FIRST_SEED = Integer.getInteger("onair.leak.first-seed", 0);

  /** Of the places to die at every one, or one in so many. */
  private static final int STRIDE = Integer.getInteger("onair.leak.stride", 1);

  private static final List<Act> LIFE =
      List.of(Act.START, Act.WINDOW, Act.RESTART, Act.STOP, Act.LADDER, Act.DELETE);

  /** Of what is there twice one half goes away, and what is left goes on. */
  private static final List<Act> SMALLER =
      List.of(Act.START, Act.STOP, Act.PIPELINES, Act.START, Act.DELETE);

  private PlayedWorlds worlds;

  @BeforeAll
  void begin() {
    worlds = new PlayedWorlds(WORLDS);
    root().setLevel(Level.OFF);
  }

  @AfterAll
  void end() {
    root().setLevel(Level.INFO);
    worlds.close();
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  /** What one life without mishaps passes. */
  private record Trace(List<String> points, List<Integer> effects) {}

  private static List<Act> life(String protocol) {
    return protocol.equals(ChannelHistory.REDUNDANT) ? SMALLER : LIFE;
  }

  private Trace trace(String protocol) {
    var traces = new ArrayList<Trace>();
    List<String> wrong =
        worlds.play(
            world -> {
              var found =
                  new ChannelHistory(world, protocol).inTurn(Mishaps.none(), life(protocol));
              traces.add(new Trace(world.process.passed(), world.process.effects()));
              return found;
            });
    assertThat(wrong).isEmpty();
    return traces.getFirst();
  }

  private static Life dying(String protocol, Set<Integer> deaths) {
    return world ->
        new ChannelHistory(world, protocol).inTurn(Mishaps.deaths(deaths), life(protocol));
  }

  @ParameterizedTest
  @ValueSource(strings = {IngestSpec.RTMP, IngestSpec.SRT, ChannelHistory.REDUNDANT})
  void leavesNothingBehindWhereverAProcessDies(String protocol) {
    Trace trace = trace(protocol);
    List<Integer> places = trace.effects();
    assertThat(trace.points()).hasSizeGreaterThan(400);

    List<String> wrong =
        worlds.play(
            places.size() / STRIDE, number -> dying(protocol, Set.of(places.get(number * STRIDE))));

    assertThat(wrong).as("by place in %s", places).isEmpty();
  }

  @Test
  void leavesNothingBehindWhereverProcessesDieTwice() {
    List<List<Integer>> places =
        List.of(trace(IngestSpec.RTMP).effects(), trace(IngestSpec.SRT).effects());

    List<String> wrong =
        worlds.play(
            PAIRS,
            number -> {
              var random = new Random(number);
              List<Integer> own = places.get(number % 2);
              int first = own.get(random.nextInt(own.size()));
              // Mostly while the first is being made good.
              int second = first + 1 + random.nextInt(random.nextBoolean() ? 60 : 600);
              return dying(
                  number % 2 == 0 ? IngestSpec.RTMP : IngestSpec.SRT, Set.of(first, second));
            });

    assertThat(wrong).isEmpty();
  }

  @Test
  void leavesNothingBehindInAnyRandomLife() {
    Integer one = Integer.getInteger("onair.seed");
    int first = one == null ? FIRST_SEED : one;

    List<String> wrong =
        worlds.play(one == null ? SEEDS : 1, number -> random(first + number, one != null));

    assertThat(wrong).as("from %d on; replay one with -Donair.seed=", first).isEmpty();
  }

  private static Life random(int seed, boolean shown) {
    return world -> {
      var found = new ChannelHistory(world, RandomLife.protocol(seed)).random(seed);
      if (shown) {
        world.process.passed().forEach(System.out::println);
      }
      return found;
    };
  }

  @Test
  void aSeedIsTheSameLifeEachTime() {
    for (int seed = 0; seed < 6; seed++) {
      List<String> once = passed(seed);
      List<String> again = passed(seed);
      for (int i = 0; i < once.size(); i++) {
        assertThat(again.subList(i, again.size())).as("point %d of seed %d", i, seed).isNotEmpty();
        assertThat(again.get(i)).as("point %d of seed %d", i, seed).isEqualTo(once.get(i));
      }
      assertThat(again).hasSameSizeAs(once);
    }
  }

  private List<String> passed(int seed) {
    var passed = new ArrayList<String>();
    worlds.play(
        world -> {
          var found = new ChannelHistory(world, RandomLife.protocol(seed)).random(seed);
          passed.addAll(world.process.passed());
          return found;
        });
    return passed;
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void catches(Mutant mutant) {
    List<Life> traps = traps(mutant);

    List<String> wrong = worlds.play(traps.size(), number -> with(mutant, traps.get(number)));

    assertThat(wrong).as("%s survives", mutant).isNotEmpty();
  }

  private static Life with(Mutant mutant, Life life) {
    return world -> {
      world.with(mutant);
      try {
        return life.apply(world);
      } finally {
        world.with(Mutant.NONE);
        world.tidy();
      }
    };
  }

  @Test
  void nothingOfTheRealOneIsCaughtInTheTraps() {
    List<Life> traps =
        List.of(Mutant.values()).stream().flatMap(mutant -> traps(mutant).stream()).toList();

    assertThat(worlds.play(traps.size(), traps::get)).isEmpty();
  }

  /** Lives in which the mistake must show. */
  private List<Life> traps(Mutant mutant) {
    return switch (mutant) {
      case NONE, RECORD_AFTER_CREATE, NEVER_ADOPT ->
          List.of(faulty(Fault.lostAnswer("mediaconnect", "CreateFlow").onCall(1)));
      case FRESH_TOKEN_PER_TRY ->
          List.of(faulty(Fault.lostAnswer("medialive", "CreateInput").onCall(1)));
      case NO_SETTLE ->
          List.of(
              waiting(
                  Fault.lateEffect("medialive", "CreateInputSecurityGroup", Duration.ofSeconds(25))
                      .onCall(1)));
      case FIRST_PAGE_ONLY -> List.of(LeakProofIT::crowded);
      case ROW_GONE_BEFORE_RESOURCE ->
          List.of(faulty(Fault.before("mediaconnect", "DeleteFlow").onCall(1)));
      case CONFLICT_SWALLOWED ->
          List.of(waiting(Fault.error("medialive", "DeleteInput", 409).onCall(1)));
      case TAGS_AFTER_CREATE ->
          List.of(faulty(Fault.before("mediaconnect", "TagResource").onCall(1)));
      case TOKEN_REUSED_AFTER_GENERATION ->
          List.of(
              world ->
                  new ChannelHistory(world, IngestSpec.RTMP)
                      .inTurn(
                          Mishaps.none(),
                          List.of(Act.START, Act.STOP, Act.LADDER, Act.START, Act.DELETE)));
      case CONFLICT_IS_SUCCESS ->
          List.of(world -> new ChannelHistory(world, IngestSpec.RTMP).withStranger());
      case NO_FENCE -> List.of(world -> new ChannelHistory(world, IngestSpec.RTMP).overtaken());
      case ACKNOWLEDGED_BEFORE_COMMIT ->
          List.of(
              dying(
                  IngestSpec.RTMP,
                  Set.of(trace(IngestSpec.RTMP).points().indexOf("resource.created.after"))));
    };
  }

  private static Life faulty(Fault fault) {
    return world -> new ChannelHistory(world, IngestSpec.SRT).inTurn(Mishaps.none(), LIFE, fault);
  }

  private static Life waiting(Fault fault) {
    return world ->
        new ChannelHistory(world, IngestSpec.RTMP)
            .inTurn(Mishaps.none(), List.of(Act.START, Act.WAIT, Act.DELETE, Act.WAIT), fault);
  }

  private static List<String> crowded(PlayedWorld world) {
    List<String> strangers = world.crowd();
    try {
      return new ChannelHistory(world, IngestSpec.SRT)
          .inTurn(Mishaps.none(), LIFE, Fault.lostAnswer("mediaconnect", "CreateFlow").onCall(1));
    } finally {
      world.leave(strangers);
    }
  }
}
