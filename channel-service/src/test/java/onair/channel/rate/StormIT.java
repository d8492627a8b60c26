package onair.channel.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;
import onair.common.tenancy.TenancyConfiguration;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Five hundred channels at once over three nodes and an AWS that counts, by a clock in the test's
 * hands: every call that AWS takes is wanted, and none is refused.
 */
@WithPostgres
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    properties = "spring.flyway.locations=classpath:db/common,classpath:db/migration")
class StormIT {

  private static final Rate OURS = new Rate(5, 25);
  private static final double AWS_PER_SECOND = 5;
  private static final double AWS_BURST = 30;
  private static final String BUCKET = "account/region/storm";
  private static final int CHANNELS = 500;
  private static final int NODES = 3;

  /** What the start of one channel asks of MediaLive: three to make, one to start, one to look. */
  private static final List<Urgency> START =
      List.of(Urgency.CHANGE, Urgency.CHANGE, Urgency.CHANGE, Urgency.CHANGE, Urgency.LOOK);

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final SettableClock clock = SettableClock.create();
  private final Instant begun = clock.instant();
  private double awsLevel = AWS_BURST;
  private Instant awsFilled = begun;

  @Autowired
  StormIT(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(TenancyConfiguration.class)
  static class World {}

  @BeforeEach
  void fullBucket() {
    jdbc.sql("delete from call_rate").update();
  }

  @Test
  void aStormUsesNearlyAllThatAwsAllowsAndIsNeverThrottled() {
    List<Queue<Urgency>> waiting =
        IntStream.range(0, NODES).<Queue<Urgency>>mapToObj(node -> new ArrayDeque<>()).toList();
    for (int i = 0; i < CHANNELS; i++) {
      waiting.get(i % NODES).addAll(START);
    }
    List<Buckets> nodes = nodes();
    int calls = 0;
    while (waiting.stream().anyMatch(queue -> !queue.isEmpty())) {
      calls += turn(nodes, waiting);
    }

    assertThat(calls).isEqualTo(CHANNELS * START.size());
    double seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
    assertThat(calls / (AWS_BURST + AWS_PER_SECOND * seconds)).isBetween(0.9, 1.0);
  }

  @Test
  void aRestartOfAllNodesMakesNoHerd() {
    List<Buckets> before = nodes();
    List<Instant> taken = new ArrayList<>();
    while (before.getFirst().take(BUCKET, OURS, Urgency.END).isEmpty()) {
      reachesAws(taken);
    }
    clock.advance(Duration.ofSeconds(1));

    // All that became due meanwhile is looked at by nodes that know nothing of those before.
    List<Buckets> after = nodes();
    for (int tenth = 0; tenth < 50; tenth++) {
      for (Buckets node : after) {
        while (node.take(BUCKET, OURS, Urgency.LOOK).isEmpty()) {
          reachesAws(taken);
        }
      }
      clock.advance(Duration.ofMillis(100));
    }

    for (Instant from : taken) {
      long within =
          taken.stream()
              .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(1)))
              .count();
      assertThat(within).isLessThanOrEqualTo((long) AWS_BURST);
    }
    assertThat(taken).hasSizeLessThanOrEqualTo((int) (AWS_BURST + AWS_PER_SECOND * 6));
  }

  /** Whoever can calls; when nobody can, time passes until somebody may. */
  private int turn(List<Buckets> nodes, List<Queue<Urgency>> waiting) {
    int calls = 0;
    Duration shortest = Duration.ofDays(1);
    for (int node = 0; node < NODES; node++) {
      Urgency next = waiting.get(node).peek();
      if (next == null) {
        continue;
      }
      Optional<Duration> wait = nodes.get(node).take(BUCKET, OURS, next);
      if (wait.isEmpty()) {
        waiting.get(node).remove();
        reachesAws(new ArrayList<>());
        calls++;
      } else if (wait.get().compareTo(shortest) < 0) {
        shortest = wait.get();
      }
    }
    if (calls == 0) {
      clock.advance(shortest);
    }
    return calls;
  }

  /** AWS counts for itself, and would throttle. */
  private void reachesAws(List<Instant> taken) {
    Instant now = clock.instant();
    double filled = Duration.between(awsFilled, now).toNanos() / 1e9 * AWS_PER_SECOND;
    awsLevel = Math.min(AWS_BURST, awsLevel + filled);
    awsFilled = now;
    assertThat(awsLevel).as("what AWS still allows").isGreaterThanOrEqualTo(1);
    awsLevel--;
    taken.add(now);
  }

  private List<Buckets> nodes() {
    return IntStream.range(0, NODES)
        .mapToObj(node -> new Buckets(jdbc, transactions, clock))
        .toList();
  }
}
