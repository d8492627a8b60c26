package onair.awslocal.medialive;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.events.EventPublisher;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.ChannelAlert;
import software.amazon.awssdk.services.medialive.model.ChannelState;

/**
 * Tells EventBridge how a channel changed, by comparing it before and after.
 *
 * <p>Source: MediaLive user guide, "JSON for a state change event" and "JSON for an alert event".
 * The end of a change has a word of its own there: a channel that became IDLE was CREATED or
 * STOPPED. UPDATING and its end are not told.
 */
final class ChannelEvents {

  private record Told(String state, String message) {}

  private final EventPublisher events;

  ChannelEvents(EventPublisher events) {
    this.events = events;
  }

  void tell(@Nullable ChannelRow before, ChannelRow after) {
    ChannelState from = before == null ? null : before.state();
    if (from != after.state()) {
      told(from, after.state()).ifPresent(told -> publish(after, told));
    }
    Set<ChannelAlert> known = new HashSet<>(before == null ? List.of() : before.alerts());
    after.alerts().stream()
        .filter(alert -> !known.contains(alert))
        .forEach(alert -> publish(after, alert));
  }

  /**
   * Another input is shown. Source: MediaLive user guide, "JSON for an input switch event".
   *
   * @param action that asked for it; null for none
   */
  void tellOfInput(ChannelRow row, int pipeline, String attachment, @Nullable String action) {
    publish(
        row,
        "MediaLive Channel Input Change",
        Map.of(
            "channel_arn",
            row.resource().arn(),
            "active_input_attachment_name",
            attachment,
            "active_input_switch_action_name",
            action == null ? "" : action,
            "pipeline",
            String.valueOf(pipeline),
            "message",
            "Input switch event on pipeline"));
  }

  private static Optional<Told> told(@Nullable ChannelState from, ChannelState to) {
    return switch (to) {
      case IDLE -> end(from);
      case CREATING -> Optional.of(new Told("CREATING", "Creating channel"));
      case STARTING -> Optional.of(new Told("STARTING", "Starting channel"));
      case RUNNING -> Optional.of(new Told("RUNNING", "Running channel"));
      case RECOVERING -> Optional.of(new Told("RECOVERING", "Recovering channel"));
      case STOPPING -> Optional.of(new Told("STOPPING", "Stopping channel"));
      case DELETING -> Optional.of(new Told("DELETING", "Deleting channel"));
      case DELETED -> Optional.of(new Told("DELETED", "Deleted channel"));
      default -> Optional.empty();
    };
  }

  private static Optional<Told> end(@Nullable ChannelState from) {
    return switch (from) {
      case CREATING -> Optional.of(new Told("CREATED", "Created channel"));
      case STOPPING, STARTING, RUNNING, RECOVERING ->
          Optional.of(new Told("STOPPED", "Stopped channel"));
      case null, default -> Optional.empty();
    };
  }

  private void publish(ChannelRow row, Told told) {
    publish(
        row,
        "MediaLive Channel State Change",
        Map.of(
            "channel_arn",
            row.resource().arn(),
            "state",
            told.state(),
            "message",
            told.message(),
            "pipelines_running_count",
            row.resource().pipelinesRunningCount()));
  }

  private void publish(ChannelRow row, ChannelAlert alert) {
    publish(
        row,
        "MediaLive Channel Alert",
        Map.of(
            "channel_arn",
            row.resource().arn(),
            "alarm_state",
            alert.stateAsString(),
            "alarm_id",
            alert.id(),
            "alert_type",
            alert.alertType(),
            "pipeline",
            alert.pipelineId(),
            "message",
            alert.message()));
  }

  private void publish(ChannelRow row, String detailType, Map<String, ?> detail) {
    events.publish("aws.medialive", detailType, List.of(row.resource().arn()), detail);
  }
}
