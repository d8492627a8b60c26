package onair.awslocal.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.metrics.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelMeasuresTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @TempDir Path folder;
  private final Metrics metrics = new Metrics(() -> NOON);

  @Test
  void runningChannelIsMeasuredByWhatItsEncoderDidInBetween() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String id = aws.runningChannel("a").id();
      aws.encoders.health.put(id, new EncoderHealth(true, true, 1_000_000, 300, 2, 500_000));
      aws.backend.measure(metrics, NOON);
      aws.encoders.health.put(id, new EncoderHealth(true, true, 6_000_000, 550, 5, 3_000_000));
      aws.backend.measure(metrics, NOON.plusSeconds(10));

      Map<String, Double> sums = sums(id);
      assertThat(sums)
          .containsEntry("NetworkIn", 4.0)
          .containsEntry("NetworkOut", 2.0)
          .containsEntry("InputVideoFrameRate", 25.0)
          .containsEntry("DroppedFrames", 3.0)
          .containsEntry("PrimaryInputActive", 2.0);
      assertThat(sums.get("ActiveOutputs")).isPositive();
    }
  }

  @Test
  void encoderThatBeganAnewIsNotMeasuredBackwards() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String id = aws.runningChannel("a").id();
      aws.encoders.health.put(id, new EncoderHealth(true, true, 9_000_000, 900, 9, 9_000_000));
      aws.backend.measure(metrics, NOON);
      aws.encoders.health.put(id, new EncoderHealth(true, true, 1_250_000, 50, 0, 0));
      aws.backend.measure(metrics, NOON.plusSeconds(10));

      assertThat(sums(id))
          .containsEntry("NetworkIn", 1.0)
          .containsEntry("NetworkOut", 0.0)
          .containsEntry("InputVideoFrameRate", 5.0);
    }
  }

  @Test
  void alertsThatAreSetAreCountedAndAChannelThatDoesNotRunHasNoValues() throws Exception {
    try (MediaLive aws = MediaLive.in(folder)) {
      String idle = aws.idleChannel("idle").id();
      String running = aws.runningChannel("running").id();
      aws.encoders.of(running).pipelineFailed("ffmpeg ended with code 1");
      aws.backend.measure(metrics, NOON);

      assertThat(sums(running).get("ActiveAlerts")).isPositive();
      assertThat(sums(idle)).isEmpty();
    }
  }

  private Map<String, Double> sums(String channel) {
    return metrics.totals().stream()
        .filter(reading -> reading.metric().namespace().equals("AWS/MediaLive"))
        .filter(
            reading ->
                reading.metric().dimensions().equals(Map.of("ChannelId", channel, "Pipeline", "0")))
        .collect(
            Collectors.toMap(reading -> reading.metric().name(), reading -> reading.total().sum()));
  }
}
