package onair.channel.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onair.channel.health.EncoderMetrics;
import onair.channel.health.Measure;
import onair.channel.health.Window;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * What MediaLive measures of its channels, in windows of ten seconds, by pipeline: one call for
 * all, as three hours of it are far fewer datapoints than CloudWatch tells at once. Source:
 * MediaLive user guide, "Monitoring a channel using Amazon CloudWatch metrics". A channel that does
 * not run has no values. MediaLive measures no keyframe interval.
 */
final class MediaLiveMetrics implements EncoderMetrics {

  private static final String NAMESPACE = "AWS/MediaLive";
  private static final int WINDOW_SECONDS = (int) Window.LENGTH.toSeconds();
  private static final List<String> PIPELINES = List.of("0", "1");

  private final CloudWatchClient client;

  MediaLiveMetrics(CloudWatchClient client) {
    this.client = client;
  }

  @Override
  public List<Pipeline> of(String physicalId, Instant now, Duration past) {
    Map<String, Map<Instant, Map<Measure, Double>>> seen = new TreeMap<>();
    client
        .getMetricDataPaginator(
            request ->
                request
                    .startTime(now.minus(past))
                    .endTime(now.plusSeconds(WINDOW_SECONDS))
                    .metricDataQueries(queries(physicalId)))
        .metricDataResults()
        .forEach(result -> take(result, seen));
    List<Pipeline> pipelines = new ArrayList<>();
    seen.forEach(
        (pipeline, windows) ->
            pipelines.add(
                new Pipeline(
                    pipeline,
                    windows.entrySet().stream()
                        .map(entry -> new Window(entry.getKey(), entry.getValue()))
                        .toList())));
    return pipelines;
  }

  private static List<MetricDataQuery> queries(String channelId) {
    List<MetricDataQuery> queries = new ArrayList<>();
    for (String pipeline : PIPELINES) {
      for (Measure measure : Measure.values()) {
        queries.add(query(channelId, pipeline, measure));
      }
    }
    return queries;
  }

  private static MetricDataQuery query(String channelId, String pipeline, Measure measure) {
    return MetricDataQuery.builder()
        .id("p" + pipeline + "m" + measure.ordinal())
        .metricStat(
            MetricStat.builder()
                .metric(
                    Metric.builder()
                        .namespace(NAMESPACE)
                        .metricName(name(measure))
                        .dimensions(
                            dimension("ChannelId", channelId), dimension("Pipeline", pipeline))
                        .build())
                .period(WINDOW_SECONDS)
                .stat(stat(measure))
                .build())
        .build();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }

  private static String name(Measure measure) {
    return switch (measure) {
      case FRAME_RATE -> "InputVideoFrameRate";
      case MEGABITS_PER_SECOND -> "NetworkIn";
      case DROPPED_FRAMES -> "DroppedFrames";
      case FILLED_MILLISECONDS -> "FillMsec";
      case ALERTS -> "ActiveAlerts";
    };
  }

  private static String stat(Measure measure) {
    return switch (measure) {
      case FRAME_RATE, MEGABITS_PER_SECOND -> "Average";
      case DROPPED_FRAMES -> "Sum";
      case FILLED_MILLISECONDS, ALERTS -> "Maximum";
    };
  }

  private static void take(
      MetricDataResult result, Map<String, Map<Instant, Map<Measure, Double>>> seen) {
    String pipeline = result.id().substring(1, 2);
    Measure measure = Measure.values()[Integer.parseInt(result.id().substring(3))];
    for (int i = 0; i < result.timestamps().size(); i++) {
      seen.computeIfAbsent(pipeline, any -> new TreeMap<>())
          .computeIfAbsent(result.timestamps().get(i), any -> new EnumMap<>(Measure.class))
          .put(measure, result.values().get(i));
    }
  }
}
