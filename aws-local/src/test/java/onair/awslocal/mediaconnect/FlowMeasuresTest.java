package onair.awslocal.mediaconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import onair.awslocal.media.SourceHealth;
import onair.awslocal.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.mediaconnect.model.Flow;
import software.amazon.awssdk.services.mediaconnect.model.Source;

class FlowMeasuresTest {

  @TempDir Path folder;
  private final Metrics metrics = new Metrics(() -> Instant.parse("2026-11-22T12:00:00Z"));

  @Test
  void activeFlowIsMeasuredBySourceAndAsAWhole() throws Exception {
    try (MediaConnect aws = MediaConnect.in(folder)) {
      aws.flow("standby", 5001);
      Flow flow = aws.activeFlow("ev", 5000);
      Source source = flow.sources().getFirst();
      aws.media.health.put(
          FlowPlan.id(source), new SourceHealth(true, "198.51.100.7", true, 9, 5_000_000, null));
      aws.media.of(flow.flowArn()).sourceConnected(FlowPlan.id(source), "198.51.100.7");
      aws.media.of(flow.flowArn()).sourceLost(FlowPlan.id(source));
      aws.backend.measure(metrics);
      aws.backend.measure(metrics);

      assertThat(sums(Map.of("FlowARN", flow.flowArn(), "SourceARN", source.sourceArn())))
          .isEqualTo(
              Map.of(
                  "SourceConnected", 2.0,
                  "SourceBitRate", 10_000_000.0,
                  "SourceDisconnections", 1.0,
                  "SourceTSSyncLoss", 0.0));
      assertThat(sums(Map.of("FlowARN", flow.flowArn())))
          .isEqualTo(Map.of("Connected", 2.0, "BitRate", 10_000_000.0, "Disconnections", 1.0));
      assertThat(metrics.totals()).hasSize(7);
    }
  }

  private Map<String, Double> sums(Map<String, String> dimensions) {
    return metrics.totals().stream()
        .filter(reading -> reading.metric().dimensions().equals(dimensions))
        .collect(
            Collectors.toMap(reading -> reading.metric().name(), reading -> reading.total().sum()));
  }
}
