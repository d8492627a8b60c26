package onair.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import onair.awslocal.protocol.LocalApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.medialive.MediaLiveClient;
import software.amazon.awssdk.services.medialive.MediaLiveClientBuilder;
import software.amazon.awssdk.services.medialive.model.TooManyRequestsException;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import tools.jackson.databind.JsonNode;

/** Quotas, rate limits and metrics of the whole, each by the door and by the AWS SDK. */
class QuotaEndpointsTest {

  private static final String GROUPS = "L-6A0116BB";

  @TempDir Path folder;
  private AwsLocal local;
  private Door door;

  @BeforeEach
  void start() {
    local =
        AwsLocal.start(
            AwsLocalConfig.from(
                Map.of(
                    "AWS_LOCAL_PORT", "0",
                    "AWS_LOCAL_EDGE_PORT", "0",
                    "AWS_LOCAL_RTMP_PORT", "0",
                    "AWS_LOCAL_PROFILE", "instant",
                    "AWS_LOCAL_RATE_LIMITS", "default",
                    "AWS_LOCAL_DATA", folder.toString())));
    door = new Door(local.endpoint());
  }

  @AfterEach
  void stop() {
    local.close();
  }

  @Test
  void aQuotaThatIsSetHoldsAtOnceAndIsToldByServiceQuotas() {
    try (MediaLiveClient live = medialive();
        ServiceQuotasClient quotas =
            LocalApi.client(ServiceQuotasClient.builder(), local.endpoint())) {
      assertThat(
              door.put(
                      "/quotas",
                      "{\"service\":\"medialive\",\"code\":\"" + GROUPS + "\",\"value\":1}")
                  .body()
                  .path("is_enforced")
                  .asBoolean())
          .isTrue();
      group(live);
      assertThatThrownBy(() -> group(live)).isInstanceOf(TooManyRequestsException.class);
      assertThat(
              quotas
                  .getServiceQuota(q -> q.serviceCode("medialive").quotaCode(GROUPS))
                  .quota()
                  .value())
          .isEqualTo(1);

      door.put("/quotas", "{\"service\":\"medialive\",\"code\":\"" + GROUPS + "\"}");
      group(live);
      JsonNode listed = door.get("/quotas?service=medialive").body().path("quotas");
      assertThat(listed)
          .anySatisfy(
              quota -> {
                assertThat(quota.path("code").asString()).isEqualTo(GROUPS);
                assertThat(quota.path("value").asDouble()).isEqualTo(5);
                assertThat(quota.path("is_set").asBoolean()).isFalse();
              });
    }
  }

  @Test
  void aQuotaThatMakesNoSenseIsRefused() {
    assertThat(door.put("/quotas", "{\"service\":\"medialive\",\"value\":1}").status())
        .isEqualTo(400);
    assertThat(
            door.put("/quotas", "{\"service\":\"medialive\",\"code\":\"L-00000000\",\"value\":1}")
                .status())
        .isEqualTo(404);
    assertThat(
            door.put(
                    "/quotas",
                    "{\"service\":\"medialive\",\"code\":\"" + GROUPS + "\",\"value\":-1}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void callersAreThrottledWhenTheyAreToldToBe() {
    try (MediaLiveClient live = medialive()) {
      assertThatThrownBy(() -> IntStream.range(0, 200).forEach(i -> live.listChannels()))
          .isInstanceOf(TooManyRequestsException.class);
    }
  }

  @Test
  void whatCallersPutIsReadBackFromCloudWatchAndFromTheDoor() {
    try (CloudWatchClient cloudWatch =
        LocalApi.client(CloudWatchClient.builder(), local.endpoint())) {
      cloudWatch.putMetricData(
          p -> p.namespace("onair").metricData(d -> d.metricName("viewers").value(3.0)));
      assertThat(cloudWatch.listMetrics(l -> l.namespace("onair")).metrics())
          .extracting(Metric::metricName)
          .containsExactly("viewers");
      assertThat(
              cloudWatch
                  .getMetricData(
                      g ->
                          g.startTime(Instant.now().minusSeconds(120))
                              .endTime(Instant.now().plusSeconds(60))
                              .metricDataQueries(
                                  q ->
                                      q.id("v")
                                          .metricStat(
                                              s ->
                                                  s.stat("Sum")
                                                      .period(300)
                                                      .metric(
                                                          m ->
                                                              m.namespace("onair")
                                                                  .metricName("viewers")))))
                  .metricDataResults()
                  .getFirst()
                  .values())
          .containsExactly(3.0);
      assertThat(door.get("/metrics").body().path("metrics"))
          .anySatisfy(
              metric -> {
                assertThat(metric.path("name").asString()).isEqualTo("viewers");
                assertThat(metric.path("sum").asDouble()).isEqualTo(3);
              });
    }
  }

  private MediaLiveClient medialive() {
    MediaLiveClientBuilder builder =
        MediaLiveClient.builder()
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
    return LocalApi.client(builder, local.endpoint());
  }

  private static void group(MediaLiveClient live) {
    live.createInputSecurityGroup(g -> g.whitelistRules(r -> r.cidr("0.0.0.0/0")));
  }
}
