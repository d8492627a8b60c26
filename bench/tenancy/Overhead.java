import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import onair.common.tenancy.Tenancy;
import onair.test.PostgresDatabase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What row-level security costs: the same statements, bound to an organization by their {@code where}, on a table with it through the
 * services' own connections and on a table without it through plain ones. By turns, in short slices, each by one thread on one
 * connection. What counts is the CPU time of that thread and of PostgreSQL's process for the connection, so that others on the machine
 * disturb little; Linux only.
 *
 * <p>{@code java Overhead.java <seconds per slice> <rounds>}. Prints JSON.
 */
final class Overhead {

  private static final int ORGANIZATIONS = 200;
  private static final int ROWS_EACH = 1_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final String table;
  private final boolean bound;
  private final Path backend;

  private Overhead(PostgresDatabase database, boolean bound) {
    var pool = bound ? (HikariDataSource) database.dataSource() : plain(database);
    pool.setMaximumPoolSize(1);
    this.jdbc = JdbcClient.create(pool);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    this.table = bound ? "bound" : "free";
    this.bound = bound;
    int pid = jdbc.sql("select pg_backend_pid()").query(Integer.class).single();
    this.backend = Path.of("/proc/" + pid + "/schedstat");
  }

  /** Nanoseconds of CPU this thread and the connection's process have used. */
  private long cpu() {
    try {
      long process = Long.parseLong(Files.readString(backend).split(" ")[0]);
      return process + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static HikariDataSource plain(PostgresDatabase database) {
    var driver = new PGSimpleDataSource();
    driver.setUrl(database.url());
    driver.setUser(database.username());
    driver.setPassword(database.password());
    var config = new HikariConfig();
    config.setDataSource(driver);
    return new HikariDataSource(config);
  }

  public static void main(String[] arguments) {
    double seconds = Double.parseDouble(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    PostgresDatabase database = fill();
    var plain = new Overhead(database, false);
    var secured = new Overhead(database, true);

    var results = new LinkedHashMap<String, Object>();
    for (var mix : Map.of("one_organization", 1, "many_organizations", ORGANIZATIONS).entrySet()) {
      for (String name : List.of("get", "first_page", "change")) {
        plain.slice(name, mix.getValue(), 2);
        secured.slice(name, mix.getValue(), 2);
        var ratios = new ArrayList<Double>();
        var micros = new ArrayList<Double>();
        var added = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
          double without = plain.slice(name, mix.getValue(), seconds);
          double with = secured.slice(name, mix.getValue(), seconds);
          ratios.add(with / without);
          micros.add(without);
          added.add(with - without);
        }
        ratios.sort(null);
        micros.sort(null);
        added.sort(null);
        results.put(
            name + ", " + mix.getKey(),
            "{\"overhead\": %.3f, \"cpu_microseconds_without\": %.1f, \"cpu_microseconds_added\": %.1f}"
                .formatted(ratios.get(rounds / 2) - 1, micros.get(rounds / 2), added.get(rounds / 2)));
      }
    }
    var lines = new ArrayList<String>();
    results.forEach((name, result) -> lines.add("  \"" + name + "\": " + result));
    System.out.println("{\n" + String.join(",\n", lines) + "\n}");
    System.exit(0);
  }

  private static PostgresDatabase fill() {
    PostgresDatabase database = PostgresDatabase.create();
    database.migrate("classpath:db/common");
    var owner = JdbcClient.create(database.ownersDataSource());
    Tenancy.runAsSystem(
        () -> {
          for (String table : List.of("free", "bound")) {
            owner
                .sql(
                    """
                    create table %1$s (id text primary key, organization_id text not null, name text not null, spec jsonb not null,
                      version bigint not null default 1) with (fillfactor = 50)
                    """
                        .formatted(table))
                .update();
            owner
                .sql(
                    """
                    insert into %1$s select 'ch_' || lpad(row::text, 8, '0'), 'org_' || (row %% %2$d), 'Channel ' || row,
                      jsonb_build_object('height', 1080, 'rate', row) from generate_series(1, %3$d) row
                    """
                        .formatted(table, ORGANIZATIONS, ORGANIZATIONS * ROWS_EACH))
                .update();
            owner.sql("create index %1$s_list on %1$s (organization_id, id desc)".formatted(table)).update();
            owner.sql("analyze " + table).update();
          }
        });
    owner.sql("alter table bound enable row level security").update();
    owner.sql("alter table bound force row level security").update();
    owner
        .sql("create policy tenant on bound using (onair_sees(organization_id)) with check (onair_sees(organization_id))")
        .update();
    return database;
  }

  /** Mean microseconds of CPU of one operation. */
  private double slice(String name, int organizations, double seconds) {
    IntConsumer operation =
        switch (name) {
          case "get" -> this::get;
          case "first_page" -> this::firstPage;
          case "change" -> this::change;
          default -> throw new IllegalArgumentException(name);
        };
    var random = new SplittableRandom(1);
    long begun = cpu();
    long end = System.nanoTime() + (long) (seconds * 1e9);
    int done = 0;
    while (System.nanoTime() < end) {
      int row = 1 + random.nextInt(ROWS_EACH - 1) * ORGANIZATIONS + random.nextInt(organizations);
      if (bound) {
        Tenancy.runAs(organization(row), () -> operation.accept(row));
      } else {
        operation.accept(row);
      }
      done++;
    }
    return (cpu() - begun) / 1e3 / done;
  }

  private static String organization(int row) {
    return "org_" + row % ORGANIZATIONS;
  }

  private static String id(int row) {
    return String.format(Locale.ROOT, "ch_%08d", row);
  }

  private void get(int row) {
    find(row, "");
  }

  private void find(int row, String lock) {
    jdbc.sql("select * from " + table + " where organization_id = :organization and id = :id" + lock)
        .param("organization", organization(row))
        .param("id", id(row))
        .query((columns, number) -> columns.getString("name") + columns.getString("spec"))
        .single();
  }

  private void firstPage(int row) {
    jdbc.sql("select * from " + table + " where organization_id = :organization order by id desc limit 21")
        .param("organization", organization(row))
        .query((columns, number) -> columns.getString("name") + columns.getString("spec"))
        .list();
  }

  /** As a PATCH: read and lock, write, tell. */
  private void change(int row) {
    transactions.executeWithoutResult(
        status -> {
          find(row, " for update");
          jdbc.sql("update " + table + " set version = version + 1 where organization_id = :organization and id = :id")
              .param("organization", organization(row))
              .param("id", id(row))
              .update();
          jdbc.sql("insert into consumed_event values (:id, now()) on conflict do nothing").param("id", id(row)).update();
        });
  }
}
