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
import software.amazon.awssdk.services.medialive.model.ChannelState;

/**
 * What MediaLive measures of running channels, by pipeline; a channel that does not run has no
 * values. Source: MediaLive user guide, "Monitoring a channel using Amazon CloudWatch metrics".
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
        for (int i = 0; i < ChannelRow.pipelines(row.resource().channelClass()); i++) {
          add(row, i, before, metrics, now);
        }
      }
    }
  }

  private void add(
      ChannelRow row, int pipeline, Map<String, Reading> before, Metrics metrics, Instant now) {
    Metric any =
        Metric.of(
            row.scope(),
            "AWS/MediaLive",
            "ActiveAlerts",
            Map.of("ChannelId", row.id(), "Pipeline", String.valueOf(pipeline)),
            "Count");
    metrics.add(any, Alerts.count(row, pipeline));
    Optional<EncoderHealth> health = encoders.health(row.id(), pipeline);
    health.ifPresent(
        current -> {
          String key = row.id() + "/" + pipeline;
          readings.put(key, new Reading(now, current));
          metrics.add(any.named("PrimaryInputActive", "None"), primary(row, current) ? 1 : 0);
          metrics.add(any.named("ActiveOutputs", "Count"), outputs(row, current));
          Reading last = before.get(key);
          if (last != null && last.at().isBefore(now)) {
            since(last, current, now, any, metrics);
          }
        });
  }

  /** Whether it is the one that others take over from. */
  private static boolean primary(ChannelRow row, EncoderHealth health) {
    return health.connected()
        && row.resource().inputAttachments().stream()
            .noneMatch(
                attachment ->
                    attachment.automaticInputFailoverSettings() != null
                        && Attachments.named(row.resource(), health.input())
                            .map(active -> active.inputId())
                            .filter(
                                attachment.automaticInputFailoverSettings().secondaryInputId()
                                    ::equals)
                            .isPresent());
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
    metrics.add(
        any.named("InputLossSeconds", "Seconds"),
        grown(then.lostMilliseconds(), current.lostMilliseconds()) / 1e3);
    metrics.add(
        any.named("FillMsec", "Milliseconds"),
        grown(then.filledMilliseconds(), current.filledMilliseconds()));
  }

  private static double grown(long before, long now) {
    return now < before ? now : now - before;
  }
}
