package onair.common.reconcile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import onair.test.PostgresDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of a cluster: its loop, its wakes, its way to the database, which can be cut. */
final class Node implements AutoCloseable {
  final Cable cable;
  final JdbcClient jdbc;
  final TransactionTemplate transactions;
  final Leases leases;
  final ResourceStore store;
  final Wakes wakes;
  final ReconcileLoop loop;

  Node(PostgresDatabase database, InstantSource clock, Reconciler... reconcilers) {
    cable = new Cable(database.dataSource());
    jdbc = JdbcClient.create(cable);
    transactions = new TransactionTemplate(new DataSourceTransactionManager(cable));
    leases = new JdbcLeases(jdbc);
    store = new JdbcResourceStore(jdbc, transactions);
    var doorbell = new Doorbell();
    var names = List.of(reconcilers).stream().map(Reconciler::name).collect(Collectors.toSet());
    wakes = new JdbcWakes(jdbc, clock, doorbell, () -> Set.copyOf(names));
    var patience = patience();
    var runs = new Runs(jdbc, transactions, leases);
    var times = new RunTimes(patience, RandomGenerator.getDefault());
    var tasks =
        List.of(reconcilers).stream()
            .map(reconciler -> new OwnerTask(reconciler, runs, store, times, clock, doorbell))
            .toList();
    loop = new ReconcileLoop(cable, tasks, patience, clock, doorbell);
  }

  static ReconcileProperties patience() {
    return new ReconcileProperties(
        Duration.ofSeconds(90),
        Duration.ofSeconds(2),
        8,
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        4,
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        false,
        Duration.ofMinutes(5),
        Duration.ofMinutes(15));
  }

  static void migrate(PostgresDatabase database) {
    database.migrate("classpath:db/common");
  }

  /** In a transaction of its own. */
  void wake(String reconciler, String owner) {
    transactions.executeWithoutResult(status -> wakes.wake(reconciler, owner));
  }

  @Override
  public void close() {
    cable.mend();
    loop.stop();
  }

  /** The way to the database. */
  static final class Cable extends DelegatingDataSource {
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean cut;

    Cable(DataSource database) {
      super(database);
    }

    void cut() {
      cut = true;
    }

    /** How often it was missed. */
    int refused() {
      return refused.get();
    }

    void mend() {
      cut = false;
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (cut) {
        refused.incrementAndGet();
        throw new SQLException("the database is not reachable");
      }
      return super.getConnection();
    }
  }
}
