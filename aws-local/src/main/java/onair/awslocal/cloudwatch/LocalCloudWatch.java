package onair.awslocal.cloudwatch;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.resource.Page;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;

/**
 * CloudWatch's metrics on this machine. Overridden methods are the operations that work; the AWS
 * protocol answers the others with NotImplemented: alarms, dashboards, streams and insights. So do
 * metric math and trimmed statistics. What is measured is in memory: it ends with the process.
 */
public final class LocalCloudWatch implements CloudWatchClient {

  private static final int LIST_PAGE = 500;
  private static final int MOST_POINTS = 1440;

  private final Readings readings;
  private final Puts puts;
  private final DataQueries queries;

  public LocalCloudWatch(Metrics metrics, InstantSource clock) {
    this.readings = new Readings(metrics, clock);
    this.puts = new Puts(metrics, clock);
    this.queries = new DataQueries(readings);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Nothing of its own to release: the metrics belong to the caller. */
  @Override
  public void close() {}

  @Override
  public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
    puts.put(request);
    return PutMetricDataResponse.builder().build();
  }

  @Override
  public ListMetricsResponse listMetrics(ListMetricsRequest request) {
    try {
      Page<Metric> page =
          Page.of(
              readings.list(request),
              metric -> metric.namespace() + "\n" + metric.name() + "\n" + metric.dimensions(),
              LIST_PAGE,
              request.nextToken());
      return ListMetricsResponse.builder()
          .metrics(page.items().stream().map(LocalCloudWatch::shape).toList())
          .nextToken(page.nextToken())
          .build();
    } catch (Page.BadToken e) {
      throw Refusals.value("The value for parameter NextToken is invalid.");
    }
  }

  @Override
  public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
    return queries.answer(request);
  }

  @Override
  public GetMetricStatisticsResponse getMetricStatistics(GetMetricStatisticsRequest request) {
    List<Stat> stats = stats(request);
    Span span = Span.of(request.startTime(), request.endTime(), request.period());
    if (span.points() > MOST_POINTS) {
      throw Refusals.combination(
          "You have requested up to %,d datapoints, which exceeds the limit of 1,440. You may reduce the datapoints requested by increasing Period, or decreasing the time range."
              .formatted(span.points()));
    }
    String unit = request.unitAsString();
    String told =
        readings
            .metric(request.namespace(), request.metricName(), request.dimensions(), unit)
            .map(Metric::unit)
            .orElse("None");
    return GetMetricStatisticsResponse.builder()
        .label(request.metricName())
        .datapoints(
            readings
                .read(request.namespace(), request.metricName(), request.dimensions(), unit, span)
                .stream()
                .map(point -> shape(point, stats, told))
                .toList())
        .build();
  }

  private static List<Stat> stats(GetMetricStatisticsRequest request) {
    List<String> names = new ArrayList<>(request.statisticsAsStrings());
    names.addAll(request.extendedStatistics());
    if (names.isEmpty()) {
      throw Refusals.missing("Statistics or ExtendedStatistics");
    }
    return names.stream()
        .map(
            name ->
                Stat.of(name)
                    .orElseThrow(
                        () ->
                            Refusals.value(
                                "The value %s for parameter ExtendedStatistics is not supported."
                                    .formatted(name))))
        .toList();
  }

  private static Datapoint shape(
      onair.awslocal.metrics.Datapoint point, List<Stat> stats, String unit) {
    Datapoint.Builder shape = Datapoint.builder().timestamp(point.start()).unit(unit);
    Map<String, Double> extended = new LinkedHashMap<>();
    for (Stat stat : stats) {
      double value = stat.of().applyAsDouble(point);
      switch (stat.name()) {
        case "SampleCount" -> shape.sampleCount(value);
        case "Average" -> shape.average(value);
        case "Sum" -> shape.sum(value);
        case "Minimum" -> shape.minimum(value);
        case "Maximum" -> shape.maximum(value);
        default -> extended.put(stat.name(), value);
      }
    }
    return extended.isEmpty() ? shape.build() : shape.extendedStatistics(extended).build();
  }

  private static software.amazon.awssdk.services.cloudwatch.model.Metric shape(Metric metric) {
    return software.amazon.awssdk.services.cloudwatch.model.Metric.builder()
        .namespace(metric.namespace())
        .metricName(metric.name())
        .dimensions(
            metric.dimensions().entrySet().stream()
                .map(each -> Dimension.builder().name(each.getKey()).value(each.getValue()).build())
                .toList())
        .build();
  }
}
