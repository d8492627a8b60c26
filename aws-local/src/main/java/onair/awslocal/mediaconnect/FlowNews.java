package onair.awslocal.mediaconnect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onair.awslocal.events.EventPublisher;
import software.amazon.awssdk.services.mediaconnect.model.Status;

/**
 * What EventBridge is told about flows.
 *
 * <p>Source: MediaConnect user guide, "Monitoring with EventBridge": flow state change, flow
 * health, source health, output health and alert events. Not covered: TR-101 findings, which are
 * told as good, and which source a flow has switched to.
 */
final class FlowNews {

  private static final String CONNECTED = "CONNECTED";
  private static final String DISCONNECTED = "DISCONNECTED";

  private final EventPublisher events;

  FlowNews(EventPublisher events) {
    this.events = events;
  }

  void status(String flowArn, Status before, Status now) {
    publish(
        "MediaConnect Flow Status Change",
        List.of(flowArn),
        Map.of("currentStatus", now.toString(), "previousStatus", before.toString()));
  }

  /** Of the flow as a whole: connected while any of its sources is. */
  void flow(String flowArn, boolean connected) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("unhealthy", !connected);
    detail.put("current", flowState(connected));
    detail.put("previous", flowState(!connected));
    publish("MediaConnect Flow Health", List.of(flowArn), detail);
  }

  void source(String flowArn, String sourceArn, boolean connected) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("unhealthy", !connected);
    detail.put("current", sourceState(connected));
    detail.put("previous", sourceState(!connected));
    publish("MediaConnect Source Health", List.of(flowArn, sourceArn), detail);
  }

  void output(String flowArn, String outputArn, boolean connected) {
    publish(
        "MediaConnect Output Health",
        List.of(flowArn, outputArn),
        Map.of(
            "current", Map.of("state", connected ? CONNECTED : DISCONNECTED),
            "previous", Map.of("state", connected ? DISCONNECTED : CONNECTED)));
  }

  void alert(String flowArn, String partArn, String code, String message) {
    publish(
        "MediaConnect Alert",
        List.of(flowArn, partArn),
        Map.of(
            "errored",
            true,
            "error-id",
            UUID.randomUUID().toString(),
            "error-code",
            code,
            "error-message",
            message));
  }

  private static Map<String, Object> flowState(boolean connected) {
    Map<String, Object> state = new LinkedHashMap<>(sourceState(connected));
    state.put("failover_switch", false);
    return state;
  }

  private static Map<String, Object> sourceState(boolean connected) {
    return Map.of(
        "source_state",
        connected ? CONNECTED : DISCONNECTED,
        "tr101",
        Map.of(
            "ts_sync_loss", false,
            "continuity_count_error", false,
            "transport_error", false,
            "pcr_error", false));
  }

  private void publish(String detailType, List<String> resources, Map<String, ?> detail) {
    events.publish("aws.mediaconnect", detailType, resources, detail);
  }
}
