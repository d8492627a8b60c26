package onair.awslocal.cloudwatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import onair.awslocal.metrics.Datapoint;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * GetMetricData: many metrics at once, in pages of datapoints. Source: CloudWatch API reference,
 * "GetMetricData" and "MetricDataQuery". Expressions are not there.
 */
final class DataQueries {

  private static final int MOST_QUERIES = 500;
  private static final int MOST_POINTS = 100_800;
  private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z0-9_]*");
  private static final String TOKEN_PREFIX = "points:";

  private final Readings readings;

  DataQueries(Readings readings) {
    this.readings = readings;
  }

  /** One query's answer. */
  private record Answer(String id, String label, List<Instant> times, List<Double> values) {}

  GetMetricDataResponse answer(GetMetricDataRequest request) {
    check(request);
    List<Answer> answers =
        request.metricDataQueries().stream()
            .filter(query -> !Boolean.FALSE.equals(query.returnData()))
            .map(query -> answer(query, request))
            .toList();
    int skip = request.nextToken() == null ? 0 : skip(request.nextToken());
    int room = request.maxDatapoints() == null ? MOST_POINTS : request.maxDatapoints();
    List<MetricDataResult> results = new ArrayList<>();
    int passed = 0;
    int given = 0;
    for (Answer answer : answers) {
      int size = answer.times().size();
      int from = Math.clamp(skip - passed, 0, size);
      int to = Math.min(size, from + room - given);
      passed += size;
      given += to - from;
      results.add(result(answer, from, to));
    }
    String next = skip + given < passed ? token(skip + given) : null;
    return GetMetricDataResponse.builder()
        .metricDataResults(results)
        .messages(List.of())
        .nextToken(next)
        .build();
  }

  private static void check(GetMetricDataRequest request) {
    List<MetricDataQuery> queries = request.metricDataQueries();
    if (queries.isEmpty() || queries.size() > MOST_QUERIES) {
      throw Refusals.invalid("There must be 1 to " + MOST_QUERIES + " MetricDataQueries.");
    }
    Set<String> ids = new HashSet<>();
    for (MetricDataQuery query : queries) {
      if (!ID.matcher(query.id()).matches()) {
        throw Refusals.invalid(
            "The value %s for parameter Id is not matching the pattern ^[a-z][a-zA-Z0-9_]*$."
                .formatted(query.id()));
      }
      if (!ids.add(query.id())) {
        throw Refusals.invalid("The Ids of MetricDataQueries must be unique: " + query.id());
      }
      if (query.expression() != null) {
        throw Refusals.notImplemented("expressions of CloudWatch metrics");
      }
      if (query.metricStat() == null) {
        throw Refusals.invalid(
            "MetricDataQueries must have either MetricStat or Expression: " + query.id());
      }
    }
    Integer room = request.maxDatapoints();
    if (room != null && (room < 1 || room > MOST_POINTS)) {
      throw Refusals.invalid("MaxDatapoints must be 1 to " + MOST_POINTS + ".");
    }
  }

  private Answer answer(MetricDataQuery query, GetMetricDataRequest request) {
    MetricStat wanted = query.metricStat();
    var metric = wanted.metric();
    Stat stat =
        Stat.of(wanted.stat())
            .orElseThrow(
                () ->
                    Refusals.invalid(
                        "The value %s for parameter Stat is not supported."
                            .formatted(wanted.stat())));
    Span span = Span.of(request.startTime(), request.endTime(), wanted.period());
    List<Datapoint> points =
        new ArrayList<>(
            readings.read(
                metric.namespace(),
                metric.metricName(),
                metric.dimensions(),
                wanted.unitAsString(),
                span));
    if (request.scanBy() != ScanBy.TIMESTAMP_ASCENDING) {
      Collections.reverse(points);
    }
    return new Answer(
        query.id(),
        query.label() == null ? metric.metricName() : query.label(),
        points.stream().map(Datapoint::start).toList(),
        points.stream().map(stat.of()::applyAsDouble).toList());
  }

  private static MetricDataResult result(Answer answer, int from, int to) {
    boolean complete = to == answer.times().size();
    return MetricDataResult.builder()
        .id(answer.id())
        .label(answer.label())
        .timestamps(answer.times().subList(from, to))
        .values(answer.values().subList(from, to))
        .statusCode(complete ? StatusCode.COMPLETE : StatusCode.PARTIAL_DATA)
        .build();
  }

  private static String token(int points) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((TOKEN_PREFIX + points).getBytes(StandardCharsets.UTF_8));
  }

  private static int skip(@Nullable String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (text.matches(TOKEN_PREFIX + "\\d{1,9}")) {
        return Integer.parseInt(text.substring(TOKEN_PREFIX.length()));
      }
    } catch (IllegalArgumentException e) {
      throw Refusals.token();
    }
    throw Refusals.token();
  }
}
