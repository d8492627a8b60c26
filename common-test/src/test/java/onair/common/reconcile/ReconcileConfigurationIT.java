package onair.common.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import onair.test.ManualLoop;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans a service gets, moved by hand. */
@WithPostgres
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.flyway.locations=classpath:db/common",
      "onair.reconcile.autostart=false",
      "onair.reconcile.settle=45s"
    })
class ReconcileConfigurationIT {

  private final Show show;
  private final Wakes wakes;
  private final TransactionTemplate transactions;
  private final SettableClock clock;
  private final ManualLoop loop;
  private final ReconcileProperties properties;

  /** Takes ten seconds to be ready, then is looked at every minute. */
  private static final class Show implements Reconciler {
    private final SettableClock clock;
    private final List<Instant> runs = new ArrayList<>();
    private Instant readyAt = Instant.MAX;

    Show(SettableClock clock) {
      this.clock = clock;
    }

    @Override
    public String name() {
      return "show";
    }

    @Override
    public Outcome reconcile(String owner, Lease lease) {
      runs.add(clock.instant());
      return clock.instant().isBefore(readyAt)
          ? new Outcome.Waiting("it is being set up", Duration.ofSeconds(4))
          : new Outcome.Settled(Duration.ofMinutes(1));
    }
  }

  @SpringBootConfiguration
  @Import(ReconcileConfiguration.class)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class
  })
  static class Service {
    @Bean
    SettableClock clock() {
      return SettableClock.create();
    }

    @Bean
    Show show(SettableClock clock) {
      return new Show(clock);
    }
  }

  @Autowired
  ReconcileConfigurationIT(
      Show show,
      Wakes wakes,
      TransactionTemplate transactions,
      SettableClock clock,
      DataSource dataSource,
      ReconcileLoop loop,
      ReconcileProperties properties,
      InstantSource time) {
    this.show = show;
    this.wakes = wakes;
    this.transactions = transactions;
    this.clock = clock;
    this.loop = new ManualLoop(dataSource, loop, clock);
    this.properties = properties;
    assertThat(time).isSameAs(clock);
    assertThat(loop.isRunning()).isFalse();
  }

  @BeforeEach
  void forget() {
    show.runs.clear();
  }

  @Test
  void runsWhenWokenWhenItAskedForItAndWhenItIsToBeRechecked() {
    var start = clock.instant();
    show.readyAt = start.plusSeconds(10);

    transactions.executeWithoutResult(status -> wakes.wake("show", "sh_1"));
    loop.runDue();
    assertThat(show.runs).containsExactly(start);

    loop.tick(Duration.ofSeconds(13));
    assertThat(show.runs)
        .containsExactly(start, start.plusSeconds(4), start.plusSeconds(8), start.plusSeconds(12));

    loop.tick(Duration.ofSeconds(73));
    assertThat(show.runs).as("the recheck, up to a fifth later than asked").hasSize(5);
    assertThat(clock.instant()).isEqualTo(start.plusSeconds(86));
  }

  @Test
  void takesItsSettingsFromTheService() {
    assertThat(properties.settle()).isEqualTo(Duration.ofSeconds(45));
    assertThat(properties.missedHeartbeats()).isEqualTo(4);
  }
}
