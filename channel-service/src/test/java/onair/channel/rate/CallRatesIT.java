package onair.channel.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import onair.awslocal.AwsLocal;
import onair.awslocal.AwsLocalConfig;
import onair.common.aws.AwsClients;
import onair.common.aws.AwsFailure;
import onair.common.aws.AwsFailures;
import onair.common.aws.AwsProperties;
import onair.common.tenancy.TenancyConfiguration;
import onair.test.SettableClock;
import onair.test.WithPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.medialive.MediaLiveClient;

/** Several nodes over one database; where calls are made, over an AWS that counts them too. */
@WithPostgres
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    properties = "spring.flyway.locations=classpath:db/common,classpath:db/migration")
class CallRatesIT {

  private static final Rate MEDIA = new Rate(5, 25);
  private static final String BUCKET = "account/region/medialive";
  private static final int NODES = 3;

  private final JdbcClient jdbc;
  private final PlatformTransactionManager transactions;
  private final SettableClock clock = SettableClock.create();

  @Autowired
  CallRatesIT(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(TenancyConfiguration.class)
  static class World {}

  @BeforeEach
  void fullBuckets() {
    jdbc.sql("delete from call_rate").update();
  }

  @Test
  void nodesTogetherGetWhatOneBucketHoldsHoweverManyAskAtOnce() throws Exception {
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (Buckets node : nodes()) {
      for (int i = 0; i < 20; i++) {
        calls.add(() -> takes(node, Urgency.END));
      }
    }
    int given = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(9)) {
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        given += call.get() ? 1 : 0;
      }
    }
    assertThat(given).isEqualTo(25);
  }

  @Test
  void aStormOfLooksGetsAllThatAwsAllowsAndNoMore() {
    List<Buckets> nodes = nodes();
    int given = 0;
    for (int tenth = 0; tenth < 600; tenth++) {
      for (Buckets node : nodes) {
        given += takes(node, Urgency.LOOK) ? 1 : 0;
      }
      clock.advance(Duration.ofMillis(100));
    }
    // 25 at once, but for the 5 that are kept for what is more urgent, and 5 in each of 60 s.
    assertThat(given).isBetween(317, 320);
  }

  @Test
  void someOfTheBucketIsKeptForWhatIsMoreUrgent() {
    Buckets node = nodes().getFirst();
    assertThat(taken(node, Urgency.LOOK)).isEqualTo(20);
    assertThat(taken(node, Urgency.CHANGE)).isEqualTo(3);
    assertThat(taken(node, Urgency.END)).isEqualTo(2);

    assertThat(node.take(BUCKET, MEDIA, Urgency.END)).contains(Duration.ofMillis(200));
    assertThat(node.take(BUCKET, MEDIA, Urgency.LOOK)).contains(Duration.ofMillis(1200));
  }

  @Test
  void aBucketIsEmptyForAllNodesOnceAwsSaysSo() {
    List<Buckets> nodes = nodes();
    takes(nodes.getFirst(), Urgency.END);

    nodes.getFirst().empty(BUCKET);

    assertThat(nodes.getLast().take(BUCKET, MEDIA, Urgency.END)).contains(Duration.ofMillis(200));
    clock.advance(Duration.ofSeconds(1));
    assertThat(taken(nodes.getLast(), Urgency.END)).isEqualTo(5);
  }

  @Test
  void callsOfSeveralNodesAreNeverThrottledByAws(@TempDir Path data) throws Exception {
    var answers = new CopyOnWriteArrayList<Integer>();
    try (AwsLocal aws = aws(data)) {
      List<Callable<Void>> calls = new ArrayList<>();
      List<MediaLiveClient> clients = new ArrayList<>();
      for (int node = 0; node < NODES; node++) {
        MediaLiveClient client = client(aws, Duration.ofSeconds(30), MEDIA, answers);
        clients.add(client);
        for (int i = 0; i < 13; i++) {
          calls.add(
              () -> {
                client.listChannels();
                return null;
              });
        }
      }
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Void> call : threads.invokeAll(calls)) {
          call.get();
        }
      }
      clients.forEach(MediaLiveClient::close);
    }
    assertThat(answers).hasSize(NODES * 13).containsOnly(200);
  }

  @Test
  void aCallThatWaitsTooLongFailsAsThrottledWithoutReachingAws(@TempDir Path data) {
    var answers = new CopyOnWriteArrayList<Integer>();
    try (AwsLocal aws = aws(data);
        MediaLiveClient client = client(aws, Duration.ofMillis(100), new Rate(0.001, 1), answers)) {
      client.listChannels();

      assertThatThrownBy(client::listInputs)
          .isInstanceOfSatisfying(
              SdkException.class,
              failure -> assertThat(AwsFailures.classify(failure)).isEqualTo(AwsFailure.THROTTLED));
    }
    assertThat(answers).containsExactly(200);
  }

  @Test
  void whenAwsThrottlesAllTheSameEveryNodeWaits(@TempDir Path data) {
    var answers = new CopyOnWriteArrayList<Integer>();
    var generous = new Rate(0.5, 1000);
    try (AwsLocal aws = aws(data);
        MediaLiveClient one = client(aws, Duration.ofMillis(100), generous, answers);
        MediaLiveClient other = client(aws, Duration.ofMillis(100), generous, answers)) {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 500; i++) {
                  one.listChannels();
                }
              })
          .isInstanceOf(SdkException.class);
      assertThat(answers).containsOnlyOnce(429);
      int before = answers.size();

      assertThatThrownBy(other::listChannels).isInstanceOf(SdkException.class);
      assertThat(answers).hasSize(before);
    }
  }

  private List<Buckets> nodes() {
    return Stream.generate(() -> new Buckets(jdbc, transactions, clock)).limit(NODES).toList();
  }

  private static boolean takes(Buckets node, Urgency urgency) {
    return node.take(BUCKET, MEDIA, urgency).isEmpty();
  }

  private static int taken(Buckets node, Urgency urgency) {
    int taken = 0;
    while (takes(node, urgency)) {
      taken++;
    }
    return taken;
  }

  private static AwsLocal aws(Path data) {
    return AwsLocal.start(
        AwsLocalConfig.from(
            Map.of(
                "AWS_LOCAL_PORT", "0",
                "AWS_LOCAL_EDGE_PORT", "0",
                "AWS_LOCAL_RTMP_PORT", "0",
                "AWS_LOCAL_PROFILE", "instant",
                "AWS_LOCAL_RATE_LIMITS", "default",
                "AWS_LOCAL_DATA", data.toString())));
  }

  /** The client of one node. */
  private MediaLiveClient client(
      AwsLocal aws, Duration patience, Rate rate, List<Integer> answers) {
    var properties =
        new AwsProperties(
            aws.endpoint(),
            "eu-west-1",
            "000000000000",
            "test",
            "test",
            Duration.ofSeconds(60),
            Duration.ofSeconds(40),
            Duration.ofSeconds(2),
            1,
            64);
    var rates = new RateProperties(true, patience, rate, null, null);
    var buckets = new Buckets(jdbc, transactions, InstantSource.system());
    return new AwsClients(
            properties, List.of(new CallRates(rates, buckets, properties), heard(answers)))
        .create(MediaLiveClient.builder());
  }

  private static ExecutionInterceptor heard(List<Integer> answers) {
    return new ExecutionInterceptor() {
      @Override
      public void afterTransmission(
          Context.AfterTransmission call, ExecutionAttributes attributes) {
        answers.add(call.httpResponse().statusCode());
      }
    };
  }
}
