package onair.awslocal.mediaconnect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import onair.awslocal.media.SourceHealth;
import onair.awslocal.media.TransportFlows;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;
import software.amazon.awssdk.services.mediaconnect.model.Source;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * What MediaConnect measures of active flows and their sources. Source: MediaConnect user guide,
 * "Monitoring with Amazon CloudWatch metrics". Of packets SRT lost and recovered nothing is known
 * here.
 */
final class FlowMeasures {

  private static final String NAMESPACE = "AWS/MediaConnect";
  private static final String FLOW = "FlowARN";
  private static final String COUNT = "Count";
  private static final String BITS = "Bits/Second";

  private final MediaConnectState state;
  private final TransportFlows media;
  private final Map<String, LongAdder> losses = new ConcurrentHashMap<>();

  FlowMeasures(MediaConnectState state, TransportFlows media) {
    this.state = state;
    this.media = media;
  }

  /** A source has lost its sender. */
  void lost(String sourceArn) {
    losses.computeIfAbsent(sourceArn, any -> new LongAdder()).increment();
  }

  void add(Metrics metrics) {
    state.all().stream()
        .filter(row -> row.status() == Status.ACTIVE)
        .forEach(row -> add(row, metrics));
  }

  private void add(FlowRow row, Metrics metrics) {
    Metric flow = Metric.of(row.scope(), NAMESPACE, "Connected", Map.of(FLOW, row.arn()), COUNT);
    double bits = 0;
    double lost = 0;
    boolean connected = false;
    List<Source> sources = row.resource().sources();
    for (Source source : sources) {
      Optional<SourceHealth> health = media.health(row.arn(), FlowPlan.id(source));
      Metric any = flow.by(Map.of(FLOW, row.arn(), "SourceARN", source.sourceArn()));
      boolean here = health.filter(SourceHealth::connected).isPresent();
      double rate = health.map(SourceHealth::bitsPerSecond).orElse(0L);
      LongAdder since = losses.remove(source.sourceArn());
      double ended = since == null ? 0 : since.sum();
      metrics.add(any.named("SourceConnected", COUNT), here ? 1 : 0);
      metrics.add(any.named("SourceBitRate", BITS), rate);
      metrics.add(any.named("SourceDisconnections", COUNT), ended);
      metrics.add(
          any.named("SourceTSSyncLoss", COUNT),
          health.filter(h -> !h.isTransportStream()).isPresent() ? 1 : 0);
      connected |= here;
      bits += rate;
      lost += ended;
    }
    metrics.add(flow, connected ? 1 : 0);
    metrics.add(flow.named("BitRate", BITS), bits);
    metrics.add(flow.named("Disconnections", COUNT), lost);
  }
}
