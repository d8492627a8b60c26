package onair.channel.medialive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import onair.channel.parts.EncoderAlerts;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;

/**
 * What an encoder's alerts mean together; pure. Each is about one pipeline, and of two it takes one
 * to be on air. Source: MediaLive user guide, "Channel alerts".
 */
final class AlertShapes {

  /** Alerts that mean "no picture comes in". */
  private static final Set<String> NO_INPUT =
      Set.of("video not detected", "rtmp has no audio/video");

  /** Alerts that mean "nothing comes out". */
  private static final Set<String> NO_OUTPUT = Set.of("pipeline failed");

  /** Alerts that mean "an output does not get where it is to go". */
  private static final Set<String> NOT_DELIVERED = Set.of("failed to create output file or socket");

  private AlertShapes() {}

  /**
   * @param set alerts that are set
   * @param pipelines how many the encoder has
   */
  static EncoderAlerts of(List<ChannelAlert> set, int pipelines) {
    Set<String> unfed = new HashSet<>();
    Set<String> without = new HashSet<>();
    List<String> others = new ArrayList<>();
    List<String> undelivered = new ArrayList<>();
    for (ChannelAlert alert : set) {
      if (is(alert, NO_INPUT)) {
        unfed.add(pipeline(alert));
        without.add(pipeline(alert));
      } else if (is(alert, NOT_DELIVERED)) {
        undelivered.add(words(alert));
      } else {
        others.add(words(alert));
        if (is(alert, NO_OUTPUT)) {
          without.add(pipeline(alert));
        }
      }
    }
    boolean all = without.size() >= pipelines;
    if (!all) {
      unfed.stream().sorted().map(AlertShapes::unfed).forEach(others::add);
    }
    return new EncoderAlerts(
        all && !unfed.isEmpty(), !all && !without.isEmpty(), others, undelivered);
  }

  private static String unfed(String pipeline) {
    return "Nothing comes into pipeline " + pipeline + "; viewers see the other one";
  }

  private static boolean is(ChannelAlert alert, Set<String> types) {
    String type = alert.alertType();
    return type != null && types.contains(type.toLowerCase(Locale.ROOT));
  }

  private static String pipeline(ChannelAlert alert) {
    return alert.pipelineId() == null ? "0" : alert.pipelineId();
  }

  private static String words(ChannelAlert alert) {
    return alert.message() == null ? alert.alertType() : alert.alertType() + ": " + alert.message();
  }
}
