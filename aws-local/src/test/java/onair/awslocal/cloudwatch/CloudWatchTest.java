package onair.awslocal.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.protocol.Backend;
import onair.awslocal.resource.LocalApi;
import onair.awslocal.resource.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Metrics through the AWS SDK over HTTP, with time moved by hand. */
class CloudWatchTest {

  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final Scope HOME = new Scope("111122223333", "eu-west-1");

  private Instant now = START;
  private final Metrics metrics = new Metrics(() -> now);
  private LocalApi api;
  private CloudWatchClient aws;

  @BeforeEach
  void start() throws Exception {
    var backend = new LocalCloudWatch(metrics, () -> now);
    api =
        new LocalApi(new Backend("monitoring", CloudWatchClient.class, backend), HOME.accountId());
    aws = api.client(CloudWatchClient.builder(), Region.EU_WEST_1);
  }

  @AfterEach
  void stop() throws Exception {
    aws.close();
    api.close();
  }

  @Test
  void whatServicesMeasureIsReadInPeriods() {
    Metric alerts =
        Metric.of(
            HOME,
            "AWS/MediaLive",
            "ActiveAlerts",
            Map.of("ChannelId", "1234567", "Pipeline", "0"),
            "Count");
    for (int i = 0; i < 18; i++) {
      metrics.add(alerts, i);
      now = now.plusSeconds(10);
    }

    List<Datapoint> minutes =
        aws.getMetricStatistics(
                g ->
                    g.namespace("AWS/MediaLive")
                        .metricName("ActiveAlerts")
                        .dimensions(
                            d -> d.name("Pipeline").value("0"),
                            d -> d.name("ChannelId").value("1234567"))
                        .startTime(START.plusSeconds(30))
                        .endTime(now)
                        .period(60)
                        .statistics(
                            Statistic.AVERAGE,
                            Statistic.SUM,
                            Statistic.MINIMUM,
                            Statistic.MAXIMUM,
                            Statistic.SAMPLE_COUNT))
            .datapoints();
    assertThat(minutes).hasSize(3);
    assertThat(minutes.getFirst())
        .returns(START, Datapoint::timestamp)
        .returns(2.5, Datapoint::average)
        .returns(15.0, Datapoint::sum)
        .returns(0.0, Datapoint::minimum)
        .returns(5.0, Datapoint::maximum)
        .returns(6.0, Datapoint::sampleCount)
        .returns(StandardUnit.COUNT, Datapoint::unit);
    assertThat(data("ActiveAlerts", "Sum", 60, now).metricDataResults().getFirst().values())
        .as("another namespace")
        .isEmpty();
  }

  @Test
  void valuesThatArePutAreReadByAllStatistics() {
    IntStream.rangeClosed(1, 100).forEach(i -> put(d -> d.metricName("latency").value((double) i)));

    assertThat(value("latency", "p99")).isEqualTo(99);
    assertThat(value("latency", "p50")).isEqualTo(50);
    assertThat(value("latency", "p100")).isEqualTo(100);
    assertThat(value("latency", "Average")).isEqualTo(50.5);
    assertThat(value("latency", "SampleCount")).isEqualTo(100);
    List<Datapoint> extended =
        aws.getMetricStatistics(
                g ->
                    g.namespace("onair")
                        .metricName("latency")
                        .startTime(START)
                        .endTime(START.plusSeconds(60))
                        .period(60)
                        .extendedStatistics("p90", "p99.9"))
            .datapoints();
    assertThat(extended.getFirst().extendedStatistics())
        .isEqualTo(Map.of("p90", 90.0, "p99.9", 100.0));
  }

  @Test
  void setsAndListsOfValuesCountAsWhatTheyStandFor() {
    put(
        d ->
            d.metricName("set")
                .statisticValues(s -> s.sampleCount(4.0).sum(10.0).minimum(1.0).maximum(4.0)));
    put(d -> d.metricName("list").values(1.0, 5.0).counts(3.0, 1.0).unit(StandardUnit.SECONDS));

    assertThat(value("set", "Average")).isEqualTo(2.5);
    assertThat(value("set", "Maximum")).isEqualTo(4);
    assertThat(value("list", "SampleCount")).isEqualTo(4);
    assertThat(value("list", "Sum")).isEqualTo(8);
  }

  @Test
  void dataOfManyMetricsComesInPagesNewestFirstUnlessAsked() {
    for (int i = 0; i < 3; i++) {
      double value = i;
      put(d -> d.metricName("a").value(value));
      put(d -> d.metricName("b").value(10 + value));
      now = now.plusSeconds(60);
    }

    GetMetricDataResponse all = data("a", "Sum", 60, now);
    assertThat(all.metricDataResults().getFirst())
        .returns(StatusCode.COMPLETE, MetricDataResult::statusCode)
        .returns(List.of(2.0, 1.0, 0.0), MetricDataResult::values)
        .returns("a", MetricDataResult::label);
    List<MetricDataResult> pages =
        aws
            .getMetricDataPaginator(
                g ->
                    g.startTime(START)
                        .endTime(now)
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .maxDatapoints(2)
                        .metricDataQueries(
                            q -> q.id("a").metricStat(m -> stat(m, "a", "Sum", 60)),
                            q -> q.id("b").metricStat(m -> stat(m, "b", "Sum", 60))))
            .stream()
            .flatMap(page -> page.metricDataResults().stream())
            .toList();
    assertThat(values(pages, "a")).containsExactly(0.0, 1.0, 2.0);
    assertThat(values(pages, "b")).containsExactly(10.0, 11.0, 12.0);
  }

  @Test
  void metricsAreListedByNamespaceNameAndDimensionsUntilTheyAreOld() {
    put(d -> d.metricName("a").value(1.0).dimensions(x -> x.name("host").value("h1")));
    put(d -> d.metricName("a").value(1.0).dimensions(x -> x.name("host").value("h2")));
    put(d -> d.metricName("b").value(1.0));
    metrics.add(Metric.of(HOME, "AWS/MediaLive", "ActiveAlerts", Map.of(), "Count"), 1);

    assertThat(aws.listMetrics().metrics()).hasSize(4);
    assertThat(aws.listMetrics(l -> l.namespace("onair").metricName("a")).metrics()).hasSize(2);
    assertThat(aws.listMetrics(l -> l.dimensions(d -> d.name("host").value("h2"))).metrics())
        .singleElement()
        .satisfies(metric -> assertThat(metric.dimensions().getFirst().value()).isEqualTo("h2"));
    now = now.plus(Duration.ofHours(4));
    assertThat(aws.listMetrics(l -> l.recentlyActive("PT3H")).metrics()).isEmpty();
    assertThat(aws.listMetricsPaginator().metrics()).hasSize(4);
    now = now.plus(Duration.ofDays(15));
    assertThat(aws.listMetrics().metrics()).isEmpty();
    try (CloudWatchClient elsewhere = api.client(CloudWatchClient.builder(), Region.US_EAST_1)) {
      assertThat(elsewhere.listMetrics().metrics()).isEmpty();
    }
  }

  @Test
  void olderValuesAreToldApartByTheMinuteOnly() {
    put(d -> d.metricName("a").value(1.0));
    now = now.plusSeconds(30);
    put(d -> d.metricName("a").value(2.0));
    assertThat(data("a", "Sum", 10, START.plusSeconds(60)).metricDataResults().getFirst().values())
        .containsExactly(2.0, 1.0);
    now = now.plus(Duration.ofHours(4));
    put(d -> d.metricName("a").value(4.0));

    assertThat(data("a", "Sum", 10, START.plusSeconds(60)).metricDataResults().getFirst().values())
        .containsExactly(3.0);
  }

  @Test
  void whatAwsRefusesIsRefused() {
    assertThatThrownBy(
            () ->
                aws.putMetricData(
                    p -> p.namespace("AWS/Mine").metricData(d -> d.metricName("a").value(1.0))))
        .isInstanceOf(InvalidParameterValueException.class);
    assertThatThrownBy(() -> put(d -> d.metricName("a")))
        .isInstanceOf(MissingRequiredParameterException.class)
        .hasMessageContaining("MetricData.member.1.Value");
    assertThatThrownBy(() -> put(d -> d.metricName("a").value(1.0).values(1.0)))
        .isInstanceOf(InvalidParameterCombinationException.class);
    assertThatThrownBy(
            () -> put(d -> d.metricName("a").value(1.0).timestamp(now.plusSeconds(3 * 3600))))
        .isInstanceOf(InvalidParameterValueException.class);
    assertThatThrownBy(
            () ->
                aws.getMetricStatistics(
                    g ->
                        g.namespace("onair")
                            .metricName("a")
                            .startTime(START)
                            .endTime(START.plus(Duration.ofDays(2)))
                            .period(60)
                            .statistics(Statistic.SUM)))
        .isInstanceOf(InvalidParameterCombinationException.class)
        .hasMessageContaining("2,880 datapoints");
    assertThatThrownBy(() -> data("a", "Sum", 61, now.plusSeconds(1)))
        .isInstanceOf(InvalidParameterValueException.class);
    assertThatThrownBy(() -> data("a", "Sum", 60, START))
        .isInstanceOf(InvalidParameterValueException.class);
    assertThatThrownBy(() -> data("a", "median", 60, now.plusSeconds(1)))
        .isInstanceOf(CloudWatchException.class);
    assertThatThrownBy(
            () ->
                aws.getMetricData(
                    g ->
                        g.startTime(START)
                            .endTime(START.plusSeconds(60))
                            .metricDataQueries(q -> q.id("e").expression("a + b"))))
        .isInstanceOfSatisfying(
            CloudWatchException.class, e -> assertThat(e.statusCode()).isEqualTo(501));
    assertThat(aws.listMetrics().metrics()).isEmpty();
  }

  private void put(Consumer<MetricDatum.Builder> datum) {
    aws.putMetricData(p -> p.namespace("onair").metricData(datum));
  }

  private double value(String name, String stat) {
    return data(name, stat, 60, START.plusSeconds(60))
        .metricDataResults()
        .getFirst()
        .values()
        .getFirst();
  }

  private GetMetricDataResponse data(String name, String stat, int period, Instant end) {
    return aws.getMetricData(
        g ->
            g.startTime(START)
                .endTime(end)
                .metricDataQueries(q -> q.id("q").metricStat(m -> stat(m, name, stat, period))));
  }

  private static void stat(MetricStat.Builder builder, String name, String stat, int period) {
    builder.metric(m -> m.namespace("onair").metricName(name)).stat(stat).period(period);
  }

  private static List<Double> values(List<MetricDataResult> pages, String id) {
    return pages.stream()
        .filter(result -> result.id().equals(id))
        .flatMap(result -> result.values().stream())
        .toList();
  }
}
