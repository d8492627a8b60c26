package onair.awslocal.quota;

import java.util.Optional;
import java.util.Set;
import onair.awslocal.protocol.Call;

/**
 * How often an account may call in a Region.
 *
 * <p>Sources: MediaLive user guide, "Limits for API requests"; MediaConnect user guide, "Limits for
 * API requests"; Service Quotas' defaults of CloudWatch; Systems Manager's "Parameter Store"
 * quotas; EventBridge's "Throttle limit in transactions per second". Where AWS documents none there
 * is none, and what has no burst of its own may take a second's calls at once.
 *
 * @param group what shares one limit: a service, or some of its operations
 * @param perSecond how many calls come back per second
 * @param burst how many may be made at once
 */
record ApiRate(String group, double perSecond, int burst) {

  private static final Set<String> FLOW_READS =
      Set.of("DescribeFlow", "DescribeFlowSourceMetadata", "DescribeFlowSourceThumbnail");
  private static final Set<String> PARAMETER_USES =
      Set.of("GetParameter", "GetParameters", "PutParameter");
  private static final Set<String> EVENTS = Set.of("PutEvents", "PutPartnerEvents");

  private static final int MEDIA_PER_SECOND = 5;
  private static final int MEDIA_BURST = 30;
  private static final int FLOW_READS_PER_SECOND = 30;
  private static final int THUMBNAILS = 40;
  private static final int PARAMETERS = 40;
  private static final int EVENT_CALLS = 50;
  private static final int METRIC_DATA = 50;
  private static final int METRIC_STATISTICS = 400;
  private static final int METRIC_NAMES = 25;
  private static final int METRIC_PUTS = 500;

  /** Empty when nothing limits the call. */
  static Optional<ApiRate> of(Call call) {
    String operation = call.operation();
    return Optional.ofNullable(
        switch (call.service()) {
          case "medialive" ->
              operation.equals("DescribeThumbnails")
                  ? flat("medialive/thumbnails", THUMBNAILS)
                  : new ApiRate("medialive", MEDIA_PER_SECOND, MEDIA_BURST);
          case "mediaconnect" ->
              FLOW_READS.contains(operation)
                  ? flat("mediaconnect/reads", FLOW_READS_PER_SECOND)
                  : new ApiRate("mediaconnect", MEDIA_PER_SECOND, MEDIA_BURST);
          case "ssm" -> PARAMETER_USES.contains(operation) ? flat("ssm", PARAMETERS) : null;
          case "events" -> EVENTS.contains(operation) ? null : flat("events", EVENT_CALLS);
          case "monitoring" ->
              switch (operation) {
                case "GetMetricData" -> flat("monitoring/" + operation, METRIC_DATA);
                case "GetMetricStatistics" -> flat("monitoring/" + operation, METRIC_STATISTICS);
                case "ListMetrics" -> flat("monitoring/" + operation, METRIC_NAMES);
                case "PutMetricData" -> flat("monitoring/" + operation, METRIC_PUTS);
                default -> null;
              };
          default -> null;
        });
  }

  private static ApiRate flat(String group, int perSecond) {
    return new ApiRate(group, perSecond, perSecond);
  }
}
