package onair.channel.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import onair.common.aws.AwsConfiguration;
import onair.common.event.Announcer;
import onair.common.event.EventConfiguration;
import onair.common.event.Outbox;
import onair.common.reconcile.Deletion;
import onair.common.reconcile.ExternalResource;
import onair.common.reconcile.Found;
import onair.common.reconcile.Idempotency;
import onair.common.reconcile.Identity;
import onair.common.reconcile.ReconcileConfiguration;
import onair.common.reconcile.Resources;
import onair.common.reconcile.Wakes;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.exception.SdkClientException;

@WithPostgres
@SpringBootTest(
    classes = OriginReconcilerIT.World.class,
    webEnvironment = WebEnvironment.NONE,
    properties = {
      // Nobody listens there: events stay in the outbox, where the test reads them.
      "onair.aws.endpoint=http://127.0.0.1:1",
      "onair.aws.access-key-id=test",
      "onair.aws.secret-access-key=test",
      "onair.reconcile.poll=20ms",
      "spring.flyway.locations=classpath:db/common,classpath:db/migration",
    })
class OriginReconcilerIT {

  private final JdbcClient jdbc;
  private final Groups groups;
  private final Announcer atStart;
  private final SettableClock clock;

  @Autowired
  OriginReconcilerIT(JdbcClient jdbc, Groups groups, Announcer announcer, SettableClock clock) {
    this.jdbc = jdbc;
    this.groups = groups;
    this.atStart = announcer;
    this.clock = clock;
  }

  @Test
  void isMadeAtStartAsSoonAsAwsAnswersAndToldThenAndAtEachStartAndWhenItsAddressIsAnother() {
    await().until(() -> groups.calls > 0);
    assertThat(told()).isEmpty();

    groups.silent = false;
    awaitTold(1);
    assertThat(groups.made).isEqualTo(1);
    assertThat(told().getFirst())
        .contains("\"kind\":\"mediapackagev2\"")
        .contains("\"paths\":[\"/out/v1/onair-test/*\"]")
        .contains("\"domain\":\"1.egress.example.com\"")
        .contains("\"version\":1");

    atStart.start();
    awaitTold(2);
    assertThat(groups.made).isEqualTo(1);
    assertThat(told().getLast()).contains("\"version\":2");

    clock.advance(Duration.ofMinutes(30));
    groups.domain = null;
    awaitTold(3);
    assertThat(told().getLast()).contains("\"domain\":\"2.egress.example.com\"");
  }

  private List<String> told() {
    return jdbc.sql("select detail from outbox where type = 'origin.ready' order by seq")
        .query(String.class)
        .list();
  }

  private void awaitTold(int times) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              clock.advance(Duration.ofSeconds(2));
              return told().size() == times;
            });
  }

  /** Groups in AWS: one name, silent at first. */
  static final class Groups implements ExternalResource<PackagingGroup, ObservedGroup> {
    private volatile boolean silent = true;
    private volatile int calls;
    private volatile int made;
    private volatile @Nullable String domain;

    @Override
    public String kind() {
      return PackagingGroup.KIND;
    }

    @Override
    public Idempotency idempotency() {
      return new Idempotency.NaturalName();
    }

    @Override
    public Optional<Found<ObservedGroup>> observe(String physicalId) {
      answer();
      String there = domain;
      return there == null
          ? Optional.empty()
          : Optional.of(new Found<>(physicalId, new ObservedGroup(physicalId, there), null));
    }

    @Override
    public List<Found<ObservedGroup>> find(Identity identity) {
      return observe("onair-test").stream().toList();
    }

    @Override
    public synchronized Found<ObservedGroup> create(Identity identity, PackagingGroup spec) {
      answer();
      made++;
      domain = made + ".egress.example.com";
      return observe(spec.name()).orElseThrow();
    }

    @Override
    public Deletion delete(Found<ObservedGroup> found) {
      throw new AssertionError("the group is kept for good");
    }

    private synchronized void answer() {
      calls++;
      if (silent) {
        throw SdkClientException.create("no answer");
      }
    }
  }

  /** The packaging group over a real database and loop. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import({AwsConfiguration.class, ReconcileConfiguration.class, EventConfiguration.class})
  static class World {

    @Bean
    InstantSource clock() {
      return SettableClock.create();
    }

    @Bean
    Groups groups() {
      return new Groups();
    }

    @Bean
    OriginReconciler packagingGroupReconciler(
        Groups groups,
        Resources resources,
        JdbcClient jdbc,
        Outbox outbox,
        TransactionTemplate transactions,
        InstantSource clock) {
      return Origins.packagingGroup(
          new PackagingGroup("onair-test"),
          groups,
          new OriginReconciler.Tools(resources, jdbc, outbox, transactions, clock));
    }

    @Bean
    Announcer announcer(OriginReconciler packagingGroup, Wakes wakes) {
      return packagingGroup.announcer(wakes);
    }
  }
}
