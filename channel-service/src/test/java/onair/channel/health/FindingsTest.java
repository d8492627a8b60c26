package onair.channel.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import onair.channel.health.EncoderMetrics.Pipeline;
import onair.channel.health.Finding.Code;
import onair.channel.parts.EncoderAlerts;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Instant BEGIN = Instant.parse("2026-11-22T20:00:00Z");
  private static final EncoderAlerts NO_ALERT = new EncoderAlerts(false, List.of());

  /** Ten seconds after ten seconds, pictures a second. */
  private static Pipeline pictures(double... rates) {
    return new Pipeline(
        "0",
        IntStream.range(0, rates.length)
            .mapToObj(
                i -> new Window(BEGIN.plusSeconds(10L * i), Map.of(Measure.FRAME_RATE, rates[i])))
            .toList());
  }

  private static Pipeline last(Measure measure, double value) {
    return new Pipeline(
        "0", List.of(new Window(BEGIN, Map.of(Measure.FRAME_RATE, 25.0, measure, value))));
  }

  private static List<Code> codes(EncoderAlerts alerts, Pipeline... pipelines) {
    return Findings.of(alerts, List.of(pipelines)).stream().map(Finding::code).toList();
  }

  @Test
  void nothingIsWrongWithABroadcastThatComesInEvenly() {
    assertThat(codes(NO_ALERT, pictures(25, 25.1, 24.9))).isEmpty();
  }

  @Test
  void theFirstWindowBelowRealTimeNamesTheSender() {
    List<Finding> findings = Findings.of(NO_ALERT, List.of(pictures(25, 25, 12)));

    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo(Code.BELOW_REAL_TIME);
              assertThat(finding.what()).contains("12.0 a second, and 25.0 before");
              assertThat(finding.fix()).contains("Lower the bitrate");
            });
  }

  @Test
  void aBroadcastThatHasRecoveredIsWellAgain() {
    assertThat(codes(NO_ALERT, pictures(25, 12, 25))).isEmpty();
  }

  @Test
  void aBroadcastOfFewPicturesASecondIsNoFault() {
    assertThat(codes(NO_ALERT, pictures(15, 15))).isEmpty();
  }

  @Test
  void aGapThatMediaLiveFillsNamesTheSenderWhateverTheRate() {
    assertThat(codes(NO_ALERT, last(Measure.FILLED_MILLISECONDS, 400)))
        .containsExactly(Code.BELOW_REAL_TIME);
  }

  @Test
  void noPictureAtAllIsNotCalledSlow() {
    assertThat(codes(new EncoderAlerts(true, List.of()), pictures(25, 0)))
        .containsExactly(Code.NO_INPUT);
  }

  @Test
  void whatTheEncoderLeavesOutIsNotTheSendersFault() {
    List<Finding> findings = Findings.of(NO_ALERT, List.of(last(Measure.DROPPED_FRAMES, 3)));

    assertThat(findings).extracting(Finding::code).containsExactly(Code.DROPPED_FRAMES);
    assertThat(HealthResponse.of("ch_1", findings, List.of()).health()).isEqualTo("degraded");
  }

  @Test
  void anAlertIsToldInTheWordsOfMediaLive() {
    assertThat(Findings.of(new EncoderAlerts(false, List.of("Audio Not Detected")), List.of()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).endsWith("Audio Not Detected"));
  }

  @Test
  void whatWasNotMeasuredIsUnknownAndNotHealthy() {
    HealthResponse response = HealthResponse.of("ch_1", List.of(), List.of());

    assertThat(response.health()).isEqualTo("unknown");
    assertThat(response.pipelines()).isEmpty();
  }

  @Test
  void theLastWindowIsToldInBitsAndWithoutWhatAwsDidNotTell() {
    Pipeline pipeline =
        new Pipeline(
            "0",
            List.of(
                new Window(
                    BEGIN, Map.of(Measure.FRAME_RATE, 25.0, Measure.MEGABITS_PER_SECOND, 2.5))));

    HealthResponse response = HealthResponse.of("ch_1", List.of(), List.of(pipeline));

    assertThat(response.health()).isEqualTo("healthy");
    assertThat(response.pipelines().getFirst().bitsPerSecond()).isEqualTo(2_500_000);
    assertThat(response.pipelines().getFirst().droppedFrames()).isNull();
  }
}
