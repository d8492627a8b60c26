package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import onair.test.PostgresDatabase;
import onair.test.WithPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The loop on a real PostgreSQL with real threads. */
@WithPostgres
class ReconcileLoopIT {
  private static final Outcome SETTLED = new Outcome.Settled(Duration.ofHours(1));
  private static final Duration SOON = Duration.ofSeconds(20);

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
  private PostgresDatabase database = PostgresDatabase.create();

  /** What a test makes of a run. */
  private interface Run {
    Outcome reconcile(String owner, Lease lease) throws Exception;
  }

  @BeforeEach
  void migrate() {
    Node.migrate(database);
  }

  @AfterEach
  void stop() {
    nodes.forEach(Node::close);
  }

  private Node node(Run run) {
    var node = new Node(database, InstantSource.system(), reconciler(run));
    nodes.add(node);
    return node;
  }

  private Reconciler reconciler(Run run) {
    return new Reconciler() {
      @Override
      public String name() {
        return "channel";
      }

      @Override
      public Outcome reconcile(String owner, Lease lease) {
        count(owner).incrementAndGet();
        try {
          return run.reconcile(owner, lease);
        } catch (RuntimeException thrown) {
          throw thrown;
        } catch (Exception thrown) {
          throw new IllegalStateException(thrown);
        }
      }
    };
  }

  private AtomicInteger count(String owner) {
    return runs.computeIfAbsent(owner, any -> new AtomicInteger());
  }

  @Test
  void runsAnOwnerAtOnceAfterTheCommitAndNotBefore() {
    var node = node((owner, lease) -> SETTLED);
    node.loop.start();

    node.transactions.executeWithoutResult(
        status -> {
          node.wakes.wake("channel", "ch_1");
          assertThat(count("ch_1")).hasValue(0);
        });

    await().atMost(SOON).until(() -> count("ch_1").get() == 1);
  }

  @Test
  void doesNotRunWhenTheTransactionRollsBack() {
    var node = node((owner, lease) -> SETTLED);
    node.loop.start();

    node.transactions.executeWithoutResult(
        status -> {
          node.wakes.wake("channel", "ch_1");
          status.setRollbackOnly();
        });
    node.wake("channel", "ch_2");

    await().atMost(SOON).until(() -> count("ch_2").get() == 1);
    assertThat(scheduled(node, "ch_1")).isZero();
    assertThat(count("ch_1")).hasValue(0);
  }

  @Test
  void aRunSeesTheRowsOfAllOrganizations() {
    var seen = new AtomicReference<String>();
    var self = new AtomicReference<Node>();
    var node =
        node(
            (owner, lease) -> {
              seen.set(
                  self.get()
                      .jdbc
                      .sql("select current_setting('onair.organization', true)")
                      .query(String.class)
                      .single());
              return SETTLED;
            });
    self.set(node);
    node.loop.start();

    node.wake("channel", "ch_1");

    await().atMost(SOON).until(() -> seen.get() != null);
    assertThat(seen).hasValue("*");
  }

  @Test
  void runsAgainWhenWokenDuringARun() throws Exception {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var node =
        node(
            (owner, lease) -> {
              entered.countDown();
              go.await();
              return SETTLED;
            });
    node.loop.start();
    node.wake("channel", "ch_1");
    entered.await();

    for (int i = 0; i < 5; i++) {
      node.wake("channel", "ch_1");
    }
    go.countDown();

    await().atMost(SOON).until(() -> count("ch_1").get() == 2 && idle(node));
    assertThat(count("ch_1")).as("five wakes are one run").hasValue(2);
  }

  @Test
  void seesEveryChangeHoweverManyComeAtOnceAndNeverRunsAnOwnerTwiceAtATime() throws Exception {
    var running = new ConcurrentHashMap<String, AtomicInteger>();
    var overlaps = new AtomicInteger();
    var seen = new ConcurrentHashMap<String, Integer>();
    var self = new AtomicReference<Node>();
    Run run =
        (owner, lease) -> {
          var inside = running.computeIfAbsent(owner, any -> new AtomicInteger());
          if (inside.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
          }
          seen.put(owner, wanted(self.get(), owner));
          inside.decrementAndGet();
          return SETTLED;
        };
    var one = node(run);
    var two = node(run);
    self.set(one);
    JdbcClient.create(database.ownersDataSource())
        .sql("create table wish (owner text primary key, version int not null)")
        .update();
    one.loop.start();
    two.loop.start();
    int owners = 4;
    int changes = 40;

    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int change = 0; change < changes; change++) {
        var node = change % 2 == 0 ? one : two;
        for (int owner = 0; owner < owners; owner++) {
          var name = "ch_" + owner;
          clients.submit(() -> wish(node, name));
        }
      }
    }

    await().atMost(SOON).until(() -> idle(one));
    for (int owner = 0; owner < owners; owner++) {
      assertThat(seen).containsEntry("ch_" + owner, changes);
      assertThat(count("ch_" + owner)).hasValueLessThanOrEqualTo(changes);
    }
    assertThat(overlaps).hasValue(0);
  }

  private void wish(Node node, String owner) {
    node.transactions.executeWithoutResult(
        status -> {
          node.jdbc
              .sql(
                  """
                  insert into wish values (:owner, 1)
                  on conflict (owner) do update set version = wish.version + 1
                  """)
              .param("owner", owner)
              .update();
          node.wakes.wake("channel", owner);
        });
  }

  private static int wanted(Node node, String owner) {
    return node.jdbc
        .sql("select version from wish where owner = :owner")
        .param("owner", owner)
        .query(Integer.class)
        .single();
  }

  @Test
  void anExceptionInOneOwnerIsTriedAgainAndStopsNoOther() {
    var node =
        node(
            (owner, lease) -> {
              if (owner.equals("ch_bad")) {
                throw new IllegalArgumentException("no such ladder");
              }
              return SETTLED;
            });
    node.loop.start();

    node.wake("channel", "ch_bad");
    node.wake("channel", "ch_good");

    await().atMost(SOON).until(() -> count("ch_good").get() == 1 && count("ch_bad").get() >= 2);
    assertThat(
            node.jdbc
                .sql("select outcome || ': ' || reason from reconcile_lease where owner = 'ch_bad'")
                .query(String.class)
                .single())
        .isEqualTo("failed: java.lang.IllegalArgumentException: no such ladder");
  }

  @Test
  void anotherNodeTakesOverFromOneThatFellSilentAndTheOldOneCannotWriteAnyMore() throws Exception {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var late = new AtomicReference<Throwable>();
    var returned = new CountDownLatch(1);
    var silent = new AtomicReference<Node>();
    silent.set(
        node(
            (owner, lease) -> {
              entered.countDown();
              go.await();
              try {
                silent.get().transactions.executeWithoutResult(status -> lease.require());
              } catch (StaleLease stale) {
                late.set(stale);
              }
              returned.countDown();
              return SETTLED;
            }));
    silent.get().loop.start();
    silent.get().wake("channel", "ch_1");
    entered.await();
    silent.get().cable.cut();

    var other = node((owner, lease) -> SETTLED);
    other.loop.start();

    await().atMost(SOON).until(() -> count("ch_1").get() == 2);
    silent.get().cable.mend();
    go.countDown();
    returned.await();
    assertThat(late.get()).isInstanceOf(StaleLease.class);
    // What the old one had asked for may have come after the other one's look.
    await().atMost(SOON).until(() -> count("ch_1").get() == 3);
    await().atMost(SOON).until(() -> idle(other));
  }

  @Test
  void healsByItselfAfterTheDatabaseWasAway() throws Exception {
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var node =
        node(
            (owner, lease) -> {
              entered.countDown();
              go.await();
              return SETTLED;
            });
    node.loop.start();
    node.wake("channel", "ch_1");
    entered.await();

    node.cable.cut();
    go.countDown();
    await().atMost(SOON).until(() -> node.cable.refused() > 5);
    node.cable.mend();

    await().atMost(SOON).until(() -> count("ch_1").get() == 2 && idle(node));
  }

  @Test
  void refusesAWakeThatCannotWork() {
    var node = node((owner, lease) -> SETTLED);

    assertThatThrownBy(() -> node.wakes.wake("channel", "ch_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
    assertThatThrownBy(() -> node.wake("chanel", "ch_1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chanel");
    assertThatThrownBy(() -> node.wake("channel", "x".repeat(101)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int scheduled(Node node, String owner) {
    return node.jdbc
        .sql("select count(*) from scheduled_tasks where task_instance = :owner")
        .param("owner", owner)
        .query(Integer.class)
        .single();
  }

  /** Nothing runs and nothing is due. */
  private static boolean idle(Node node) {
    return node.jdbc
            .sql("select count(*) from scheduled_tasks where picked or execution_time <= now()")
            .query(Integer.class)
            .single()
        == 0;
  }
}
