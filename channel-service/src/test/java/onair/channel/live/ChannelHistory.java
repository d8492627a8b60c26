package onair.channel.live;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import onair.awslocal.client.Fault;
import onair.common.problem.Problem;
import onair.common.version.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One life of one channel, from its creation until nothing of it is left: its user acts, processes
 * die and stand still; then all is calm, and everything has to be as the user wished it last.
 */
final class ChannelHistory implements PlayedWorld.Wishes {

  /** What a user does. */
  enum Act {
    START,
    STOP,
    DELETE,
    LADDER,
    /** From one pipeline to two, and back. */
    PIPELINES,
    WINDOW,
    /** Another ladder, whoever watches. */
    RESTART,
    RENAME,
    /** Nothing for a while that is longer than anything can come late. */
    WAIT
  }

  /**
   * An act at a time after the beginning.
   *
   * @param again nobody knows whether it was done before
   */
  record Wish(Duration at, Act act, boolean again) {
    Wish(Duration at, Act act) {
      this(at, act, false);
    }
  }

  /** By RTMP into two pipelines, with a backup. */
  static final String REDUNDANT = "redundant";

  private static final Duration CONVERGED_WITHIN = Duration.ofMinutes(45);
  private static final Duration AWHILE = Duration.ofSeconds(100);
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final Duration AGAIN = Duration.ofSeconds(1);
  private static final AtomicInteger HISTORIES = new AtomicInteger();

  private final PlayedWorld world;
  private final PlayedProcess process;
  private final String organization;
  private final String protocol;
  private final Instant begun;
  private final Deque<Wish> wishes = new ArrayDeque<>();
  private final List<String> violations = new ArrayList<>();
  private @Nullable ChannelId id;
  private @Nullable Act acknowledged;
  private int changes;
  private int wrong;
  private boolean mayGiveUp;

  ChannelHistory(PlayedWorld world, String protocol) {
    this.world = world;
    this.process = world.process;
    this.protocol = protocol;
    this.organization = "org_" + HISTORIES.incrementAndGet();
    this.begun = world.cloud.now();
  }

  /** Acts one after the other, each when the one before has come to rest. */
  List<String> inTurn(Mishaps mishaps, List<Act> acts, Fault... faults) {
    begin(mishaps);
    create();
    for (Fault fault : faults) {
      world.cloud.control().faults().put(fault);
    }
    for (Act act : acts) {
      if (act == Act.WAIT) {
        live(world.cloud.now().plus(AWHILE));
        continue;
      }
      wishes.add(new Wish(Duration.between(begun, world.cloud.now()), act));
      rest();
    }
    end();
    return violations;
  }

  /** Everything from a seed. */
  List<String> random(long seed) {
    RandomLife life = RandomLife.of(seed, protocol);
    // So much may go wrong that a start takes longer than its deadline.
    mayGiveUp = true;
    begin(life.mishaps());
    create();
    life.faults().forEach(world.cloud.control().faults()::put);
    wishes.addAll(life.wishes());
    live(begun.plus(life.wishes().getLast().at()).plusSeconds(30));
    process.calm();
    world.cloud.control().faults().endAll();
    rest();
    // Nothing comes late.
    live(world.cloud.now().plus(Duration.ofMinutes(4)));
    rest();
    end();
    return violations;
  }

  /** Started while a stranger has the name of what it needs, who goes away after a while. */
  List<String> withStranger() {
    begin(Mishaps.none());
    create();
    world.stranger(owner());
    wishes.add(new Wish(Duration.between(begun, world.cloud.now()), Act.START));
    live(world.cloud.now().plusSeconds(100));
    if (!world.strangerLeaves(owner())) {
      violations.add("the stranger's is gone, or used by us");
      return violations;
    }
    wishes.add(new Wish(Duration.between(begun, world.cloud.now()), Act.DELETE));
    rest();
    end();
    return violations;
  }

  /** Deleted while a worker that began to make it stands still, and then goes on. */
  List<String> overtaken() {
    begin(Mishaps.stop("resource.create.answered", Duration.ofSeconds(120)));
    create();
    Duration now = Duration.between(begun, world.cloud.now());
    wishes.add(new Wish(now, Act.START));
    wishes.add(new Wish(now.plusSeconds(40), Act.DELETE));
    live(world.cloud.now().plusSeconds(200));
    rest();
    end();
    return violations;
  }

  private void begin(Mishaps mishaps) {
    world.chance.begin(1);
    world.nothingElse();
    process.begin(mishaps, this::live);
  }

  private void live(Instant until) {
    world.liveUntil(until, this);
  }

  /** Until nothing is under way any more, and then everything is as wished. */
  private void rest() {
    Instant latest = world.cloud.now().plus(CONVERGED_WITHIN);
    while (!isAtRest() && world.cloud.now().isBefore(latest)) {
      live(world.cloud.now().plus(STEP));
    }
    boolean asBefore = wrong > 0 && wrong == process.mishaps();
    if (!asBefore || acknowledged == Act.DELETE || !isAtRest()) {
      wrong = process.mishaps();
      new ChannelOracle(world, begun, mayGiveUp).judge(id, organization, acknowledged, violations);
    }
  }

  /** The channel goes, if it has not, in peace. */
  private void end() {
    process.calm();
    world.cloud.control().faults().endAll();
    if (id != null && world.channels.find(id).isPresent()) {
      wishes.add(new Wish(Duration.between(begun, world.cloud.now()), Act.DELETE));
      rest();
    }
    world
        .jdbc
        .sql("delete from scheduled_tasks where task_instance like '%' || :id")
        .param("id", owner())
        .update();
  }

  private String owner() {
    return id == null ? "" : id.value();
  }

  private boolean isAtRest() {
    if (!wishes.isEmpty()) {
      return false;
    }
    return world
        .jdbc
        .sql(
            """
            select not exists (select 1 from scheduled_tasks
                where task_instance = :id and (picked or execution_time <= :now))
              and not exists (select 1 from reconcile_lease
                where owner = :id and outcome is distinct from 'settled')
              and not exists (select 1 from resource where owner = :id and doubt_until is not null)
            """)
        .param("id", owner())
        .param("now", world.cloud.now().atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  private void create() {
    while (id == null) {
      process.run(
          () -> {
            try {
              world.commands.create(organization, request());
            } catch (DataAccessException | TransactionException lost) {
              // Whether it was made is looked up.
            }
          });
      id =
          world
              .jdbc
              .sql("select id from channel where organization_id = :organization limit 1")
              .param("organization", organization)
              .query(String.class)
              .optional()
              .map(ChannelId::new)
              .orElse(null);
    }
  }

  private ChannelRequest request() {
    boolean twice = protocol.equals(REDUNDANT);
    var ingest =
        new ChannelRequest.Ingest(twice ? IngestSpec.RTMP : protocol, null, null, null, twice);
    String pipelines = twice ? EncodingSpec.DUAL : null;
    return new ChannelRequest(
        "Show", ingest, null, null, null, null, pipelines, null, null, null, null, null, null,
        null);
  }

  @Override
  public @Nullable Instant next() {
    Wish wish = wishes.peek();
    return wish == null ? null : begun.plus(wish.at());
  }

  /** Whoever got no answer asks again. */
  @Override
  public void act() {
    Wish wish = wishes.remove();
    var answered = new boolean[1];
    boolean lived =
        process.run(
            () -> {
              try {
                act(wish.act());
                answered(wish);
                answered[0] = true;
              } catch (Problem refused) {
                if (wish.again()) {
                  answered(wish);
                }
                answered[0] = true;
              } catch (DataAccessException | TransactionException lost) {
                // Nobody knows whether it was done.
              }
            });
    if (!lived || !answered[0]) {
      Duration soon = Duration.between(begun, world.cloud.now()).plus(AGAIN);
      wishes.push(new Wish(soon, wish.act(), true));
    }
  }

  /** What was refused because it had been done is done. */
  private void answered(Wish wish) {
    String wished =
        switch (wish.act()) {
          case START -> "running";
          case STOP -> "stopped";
          case DELETE -> "deleted";
          case LADDER, PIPELINES, WINDOW, RESTART, RENAME, WAIT -> "";
        };
    String now =
        world
            .jdbc
            .sql("select desired from channel where id = :id")
            .param("id", owner())
            .query(String.class)
            .optional()
            .orElse("deleted");
    if (!wished.isEmpty() && (!wish.again() || wished.equals(now))) {
      acknowledged = wish.act();
    }
  }

  private void act(Act act) {
    String channel = owner();
    switch (act) {
      case START -> world.commands.start(organization, channel);
      case STOP -> world.commands.stop(organization, channel);
      case DELETE -> world.commands.delete(organization, channel, IfMatch.any());
      case LADDER -> update(ReconcilerScenario.changes(null, ladder(), null));
      case RESTART ->
          update(ReconcilerScenario.changes(null, ladder(), null), ChannelEdits.Consent.RESTART);
      case PIPELINES -> update(ReconcilerScenario.pipelines(pipelines()));
      case WINDOW -> update(ReconcilerScenario.changes(null, null, 3600 + 60 * ++changes));
      case RENAME -> update(ReconcilerScenario.changes("Show " + ++changes, null, null));
      case WAIT -> {}
    }
  }

  private String ladder() {
    return ++changes % 2 == 0 ? "720p" : "540p";
  }

  private String pipelines() {
    return ++changes % 2 == 0 ? EncodingSpec.DUAL : EncodingSpec.SINGLE;
  }

  private void update(ChannelPatch patch) {
    update(patch, ChannelEdits.Consent.NONE);
  }

  private void update(ChannelPatch patch, ChannelEdits.Consent consent) {
    world.edits.edit(organization, owner(), IfMatch.any(), patch, consent);
  }
}
