package onair.awslocal.mediaconnect;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.awslocal.events.EventPublisher;

/** What EventBridge was told. */
final class RecordedEvents implements EventPublisher {

  record Told(String source, String detailType, List<String> resources, Map<String, ?> detail) {}

  final List<Told> all = new CopyOnWriteArrayList<>();

  @Override
  public void publish(
      String source, String detailType, List<String> resources, Map<String, ?> detail) {
    all.add(new Told(source, detailType, resources, detail));
  }

  /** Of flow status changes, {@code <before> <after>}. */
  List<String> statuses() {
    return all.stream()
        .filter(told -> told.detailType().equals("MediaConnect Flow Status Change"))
        .map(told -> told.detail().get("previousStatus") + " " + told.detail().get("currentStatus"))
        .toList();
  }

  /** The same of one flow. */
  List<String> statuses(String flowArn) {
    return all.stream()
        .filter(told -> told.detailType().equals("MediaConnect Flow Status Change"))
        .filter(told -> told.resources().getFirst().equals(flowArn))
        .map(told -> told.detail().get("previousStatus") + " " + told.detail().get("currentStatus"))
        .toList();
  }
}
