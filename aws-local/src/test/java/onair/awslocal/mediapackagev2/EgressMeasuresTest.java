package onair.awslocal.mediapackagev2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import onair.awslocal.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EgressMeasuresTest {

  private static final Map<String, String> CHANNEL = Map.of("ChannelGroup", "grp", "Channel", "ev");
  private static final Map<String, String> ENDPOINT =
      Map.of("ChannelGroup", "grp", "Channel", "ev", "OriginEndpoint", "cmaf");

  @TempDir Path folder;

  @Test
  void whatIsReceivedAndServedIsCountedByGroupChannelAndEndpoint() throws Exception {
    try (MediaPackage aws = MediaPackage.in(folder)) {
      Metrics metrics = new Metrics(aws);
      aws.channel();
      aws.endpoint("cmaf");
      aws.fetch("/out/v1/grp/ev/cmaf/index.m3u8");
      aws.allowCloudFront("cmaf");
      int bytes = aws.fetch("/out/v1/grp/ev/cmaf/index.m3u8").body().length;
      aws.origin.received = 1000;
      aws.backend.measure(metrics);
      aws.origin.received = 4500;
      aws.backend.measure(metrics);

      assertThat(sums(metrics, ENDPOINT))
          .containsEntry("EgressRequestCount", 2.0)
          .containsEntry("EgressBytes", (double) bytes)
          .containsKey("EgressResponseTime");
      assertThat(sums(metrics, Map.of("ChannelGroup", "grp")))
          .containsEntry("EgressRequestCount", 2.0);
      assertThat(sums(metrics, CHANNEL)).containsEntry("IngressBytes", 3500.0);
      assertThat(
              sums(
                  metrics,
                  Map.of("ChannelGroup", "grp", "Channel", "ev", "StatusCodeRange", "4xx")))
          .isEqualTo(Map.of("EgressRequestCount", 1.0));
    }
  }

  private static Map<String, Double> sums(Metrics metrics, Map<String, String> dimensions) {
    return metrics.totals().stream()
        .filter(reading -> reading.metric().namespace().equals("AWS/MediaPackage"))
        .filter(reading -> reading.metric().dimensions().equals(dimensions))
        .collect(
            Collectors.toMap(reading -> reading.metric().name(), reading -> reading.total().sum()));
  }
}
