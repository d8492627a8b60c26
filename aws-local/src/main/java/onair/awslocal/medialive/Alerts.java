package onair.awslocal.medialive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelAlertState;

/**
 * Alerts of a channel. An alert of one type is set at most once at a time in each pipeline, but for
 * those that are about one of several outputs.
 */
final class Alerts {

  /** Nothing comes in. */
  static final String VIDEO_NOT_DETECTED = "Video Not Detected";

  /** The encoder died or cannot use the source. */
  static final String PIPELINE_FAILED = "Pipeline Failed";

  /** This machine could not start the channel. AWS has no such alert. */
  static final String START_REFUSED = "Start Refused";

  /** The channel runs, but is of a kind that is not encoded here. AWS has no such alert. */
  static final String NOT_CARRIED = "Not Carried By Local AWS";

  /** An output cannot be delivered to its place. */
  static final String OUTPUT_FAILED = "Failed to Create Output File or Socket";

  /** A picture of an overlay or a slate cannot be used. AWS's name of it is not documented. */
  static final String IMAGE_REFUSED = "Failed to Read Image";

  private static final int REMEMBERED = 50;
  private static final int ID_BYTES = 20;

  private Alerts() {}

  static ChannelRow set(ChannelRow row, int pipeline, String type, String message, Instant now) {
    return set(row, pipeline, type, "", message, now);
  }

  /**
   * Sets one of several that there can be of its type.
   *
   * @param about what the message begins with
   */
  static ChannelRow set(
      ChannelRow row, int pipeline, String type, String about, String message, Instant now) {
    if (row.alerts().stream().anyMatch(alert -> isSet(alert) && is(alert, pipeline, type, about))) {
      return row;
    }
    List<ChannelAlert> alerts = new ArrayList<>(row.alerts());
    alerts.add(
        ChannelAlert.builder()
            .id(newId())
            .alertType(type)
            .pipelineId(String.valueOf(pipeline))
            .message(about + message)
            .state(ChannelAlertState.SET)
            .setTimestamp(now)
            .build());
    return row.withAlerts(withoutOldest(alerts));
  }

  static ChannelRow clear(ChannelRow row, int pipeline, String type, Instant now) {
    return clear(row, alert -> is(alert, pipeline, type, ""), now);
  }

  /** Clears the one of its type whose message begins so. */
  static ChannelRow clear(ChannelRow row, int pipeline, String type, String about, Instant now) {
    return clear(row, alert -> is(alert, pipeline, type, about), now);
  }

  /** Whether one of a type is set in any pipeline. */
  static boolean anySet(ChannelRow row, String type) {
    return row.alerts().stream().anyMatch(a -> isSet(a) && type.equals(a.alertType()));
  }

  /** How many are set in a pipeline. */
  static long count(ChannelRow row, int pipeline) {
    return row.alerts().stream()
        .filter(alert -> isSet(alert) && alert.pipelineId().equals(String.valueOf(pipeline)))
        .count();
  }

  private static boolean is(ChannelAlert alert, int pipeline, String type, String about) {
    return type.equals(alert.alertType())
        && alert.pipelineId().equals(String.valueOf(pipeline))
        && alert.message().startsWith(about);
  }

  static ChannelRow clearAll(ChannelRow row, Instant now) {
    return clear(row, alert -> true, now);
  }

  private static ChannelRow clear(ChannelRow row, Predicate<ChannelAlert> which, Instant now) {
    return row.withAlerts(
        row.alerts().stream()
            .map(alert -> isSet(alert) && which.test(alert) ? cleared(alert, now) : alert)
            .toList());
  }

  private static ChannelAlert cleared(ChannelAlert alert, Instant now) {
    return alert.toBuilder().state(ChannelAlertState.CLEARED).clearedTimestamp(now).build();
  }

  private static List<ChannelAlert> withoutOldest(List<ChannelAlert> alerts) {
    int excess = alerts.size() - REMEMBERED;
    for (int i = 0; i < alerts.size() && excess > 0; ) {
      if (isSet(alerts.get(i))) {
        i++;
      } else {
        alerts.remove(i);
        excess--;
      }
    }
    return alerts;
  }

  private static boolean isSet(ChannelAlert alert) {
    return alert.state() == ChannelAlertState.SET;
  }

  private static String newId() {
    byte[] id = new byte[ID_BYTES];
    ThreadLocalRandom.current().nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
