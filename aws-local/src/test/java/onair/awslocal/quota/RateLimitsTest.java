package onair.awslocal.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import onair.awslocal.protocol.AwsProtocol;
import onair.awslocal.protocol.Backend;
import onair.awslocal.protocol.Call;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.protocol.CallOutcome;
import onair.awslocal.signature.Signatures;
import onair.awslocal.ssm.LocalSsm;
import onair.awslocal.state.StateStore;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.SsmException;

class RateLimitsTest {

  private static final CallOutcome ANSWERED = new CallOutcome.Refused(404, null, "answered");

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private final RateLimits limits = new RateLimits(() -> now);

  @Test
  void mediaLiveTakesThirtyCallsAtOnceAndFiveMorePerSecond() {
    assertThat(allowed("medialive", "DescribeChannel", "eu-west-1", 40)).isEqualTo(30);
    now = now.plusSeconds(1);
    assertThat(allowed("medialive", "CreateChannel", "eu-west-1", 40)).isEqualTo(5);
    now = now.plus(Duration.ofMillis(100));
    assertThat(allowed("medialive", "CreateChannel", "eu-west-1", 40)).isZero();
    now = now.plusSeconds(3600);
    assertThat(allowed("medialive", "DescribeChannel", "eu-west-1", 40)).isEqualTo(30);
  }

  @Test
  void regionsServicesAndOperationsWithALimitOfTheirOwnDoNotShareOne() {
    assertThat(allowed("medialive", "ListChannels", "eu-west-1", 31)).isEqualTo(30);
    assertThat(allowed("medialive", "ListChannels", "us-east-1", 31)).isEqualTo(30);
    assertThat(allowed("medialive", "DescribeThumbnails", "eu-west-1", 41)).isEqualTo(40);
    assertThat(allowed("mediaconnect", "CreateFlow", "eu-west-1", 31)).isEqualTo(30);
    assertThat(allowed("mediaconnect", "DescribeFlow", "eu-west-1", 31)).isEqualTo(30);
  }

  @Test
  void servicesWithoutADocumentedLimitHaveNone() {
    assertThat(allowed("mediapackagev2", "CreateChannel", "eu-west-1", 1000)).isEqualTo(1000);
    assertThat(allowed("events", "PutEvents", "eu-west-1", 1000)).isEqualTo(1000);
  }

  @Test
  void aClockThatIsSetBackThrottlesNobodyForLong() {
    assertThat(allowed("medialive", "ListChannels", "eu-west-1", 30)).isEqualTo(30);
    now = now.minusSeconds(3600);
    assertThat(allowed("medialive", "ListChannels", "eu-west-1", 1)).isZero();
    now = now.plusSeconds(1);
    assertThat(allowed("medialive", "ListChannels", "eu-west-1", 10)).isEqualTo(5);
  }

  @Test
  void theAwsSdkSeesThrottlingInTheServicesOwnShape(@TempDir Path folder) throws Exception {
    var server = new Server();
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    try (StateStore store = new StateStore(folder)) {
      var backend = new Backend("ssm", SsmClient.class, new LocalSsm(store, () -> now));
      server.setHandler(
          new AwsProtocol(List.of(backend), Signatures.anybody("111122223333"), List.of(limits)));
      server.start();
      try (SsmClient aws =
          SsmClient.builder()
              .endpointOverride(URI.create("http://127.0.0.1:" + connector.getLocalPort()))
              .region(Region.EU_WEST_1)
              .credentialsProvider(
                  StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
              .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
              .build()) {
        for (int i = 0; i < 40; i++) {
          aws.getParameters(p -> p.names("none"));
        }
        assertThatThrownBy(() -> aws.getParameters(p -> p.names("none")))
            .isInstanceOfSatisfying(
                SsmException.class,
                refused -> {
                  assertThat(refused.isThrottlingException()).isTrue();
                  assertThat(refused.awsErrorDetails().errorCode())
                      .isEqualTo("ThrottlingException");
                });
      }
    } finally {
      server.stop();
    }
  }

  private long allowed(String service, String operation, String region, int calls) {
    var call = new Call(service, operation, new CallContext("111122223333", region, "request"));
    var passed = new AtomicInteger();
    List<CallOutcome> outcomes =
        IntStream.range(0, calls)
            .mapToObj(
                i ->
                    limits.filter(
                        call,
                        () -> {
                          passed.incrementAndGet();
                          return ANSWERED;
                        }))
            .toList();
    assertThat(outcomes)
        .allMatch(outcome -> outcome == ANSWERED || outcome instanceof CallOutcome.Throttled);
    return passed.get();
  }
}
