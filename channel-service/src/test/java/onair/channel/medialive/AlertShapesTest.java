package onair.channel.medialive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import onair.channel.parts.EncoderAlerts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;

class AlertShapesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1, -,                                         false, false",
        "1, 0 Video Not Detected,                      true,  false",
        "1, 0 Pipeline Failed,                         false, false",
        "2, -,                                         false, false",
        "2, 0 Video Not Detected,                      false, true",
        "2, 1 RTMP Has No Audio/Video,                 false, true",
        "2, 1 Pipeline Failed,                         false, true",
        "2, 0 Video Not Detected;1 Video Not Detected, true,  false",
        "2, 0 Video Not Detected;1 Pipeline Failed,    true,  false",
        "2, 0 Pipeline Failed;1 Pipeline Failed,       false, false",
      })
  void ofTwoPipelinesOneIsEnough(
      int pipelines, String alerts, boolean missesInput, boolean halved) {
    EncoderAlerts meaning = AlertShapes.of(alerts == null ? List.of() : set(alerts), pipelines);

    assertThat(meaning.missesInput()).isEqualTo(missesInput);
    assertThat(meaning.halved()).isEqualTo(halved);
    assertThat(meaning.others().isEmpty()).isEqualTo(alerts == null || !named(alerts, halved));
  }

  @Test
  void whatCannotBeDeliveredIsToldApartAndTakesNothingOffTheAir() {
    EncoderAlerts meaning =
        AlertShapes.of(set("0 Failed to Create Output File or Socket;0 Audio Not Detected"), 1);

    assertThat(meaning.undelivered()).containsExactly("Failed to Create Output File or Socket");
    assertThat(meaning.others()).containsExactly("Audio Not Detected");
    assertThat(meaning.missesInput() || meaning.halved()).isFalse();
  }

  /** What the user is told in words: a failure, and a pipeline that is missed by nobody else. */
  private static boolean named(String alerts, boolean halved) {
    return halved || alerts.contains("Failed");
  }

  private static List<ChannelAlert> set(String alerts) {
    return Arrays.stream(alerts.split(";"))
        .map(
            alert ->
                ChannelAlert.builder()
                    .pipelineId(alert.substring(0, 1))
                    .alertType(alert.substring(2))
                    .build())
        .toList();
  }
}
