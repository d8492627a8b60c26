package onair.awslocal.medialive;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.metrics.Metric;
import onair.awslocal.metrics.Metrics;
import software.amazon.awssdk.services.medialive.model.ChannelAlertState;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/**
 * What MediaLive measures of running channels; a channel that does not run has no values. All are
 * of pipeline 0, because one encoder does the work of both. Source: MediaLive user guide,
 * "Monitoring a channel using Amazon CloudWatch metrics".
 */
final class ChannelMeasures {

  private static final double MEGA = 1e6;

  private final MediaLiveState state;
  private final LiveEncoders encoders;
  private final Map<String, Reading> readings = new HashMap<>();

  private record Reading(Instant at, EncoderHealth health) {}

  ChannelMeasures(MediaLiveState state, LiveEncoders encoders) {
    this.state = state;
    this.encoders = encoders;
  }

  /**
   * Adds what has happened since the call before.
   *
   * @param now by the system's time, as media is
   */
  synchronized void add(Metrics metrics, Instant now) {
    Map<String, Reading> before = Map.copyOf(readings);
    readings.clear();
    for (ChannelRow row : state.channels().all()) {
      if (row.state() == ChannelState.RUNNING || row.state() == ChannelState.RECOVERING) {
        Metric any =
            Metric.of(
                row.scope(),
                "AWS/MediaLive",
                "ActiveAlerts",
                Map.of("ChannelId", row.id(), "Pipeline", "0"),
                "Count");
        long alerts = row.alerts().stream().filter(a -> a.state() == ChannelAlertState.SET).count();
        metrics.add(any, alerts);
        Optional<EncoderHealth> health = encoders.health(row.id());
        health.ifPresent(
            current -> {
              readings.put(row.id(), new Reading(now, current));
              metrics.add(any.named("PrimaryInputActive", "None"), current.connected() ? 1 : 0);
              metrics.add(any.named("ActiveOutputs", "Count"), outputs(row, current));
              Reading last = before.get(row.id());
              if (last != null && last.at().isBefore(now)) {
                since(last, current, now, any, metrics);
              }
            });
      }
    }
  }

  private static int outputs(ChannelRow row, EncoderHealth health) {
    return health.producing()
        ? row.resource().encoderSettings().outputGroups().stream()
            .mapToInt(group -> group.outputs().size())
            .sum()
        : 0;
  }

  /** An encoder that was started anew begins to count anew. */
  private static void since(
      Reading last, EncoderHealth current, Instant now, Metric any, Metrics metrics) {
    EncoderHealth then = last.health();
    double seconds = Duration.between(last.at(), now).toNanos() / 1e9;
    double in = grown(then.bytesIn(), current.bytesIn()) * Byte.SIZE / MEGA / seconds;
    double out = grown(then.bytesOut(), current.bytesOut()) * Byte.SIZE / MEGA / seconds;
    metrics.add(any.named("NetworkIn", "Megabits/Second"), in);
    metrics.add(any.named("NetworkOut", "Megabits/Second"), out);
    metrics.add(
        any.named("InputVideoFrameRate", "Count/Second"),
        grown(then.framesIn(), current.framesIn()) / seconds);
    metrics.add(
        any.named("DroppedFrames", "Count"), grown(then.droppedFrames(), current.droppedFrames()));
  }

  private static double grown(long before, long now) {
    return now < before ? now : now - before;
  }
}
