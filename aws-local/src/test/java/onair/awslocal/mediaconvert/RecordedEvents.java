package onair.awslocal.mediaconvert;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import onair.awslocal.events.EventPublisher;

/** Remembers what was told to EventBridge. */
final class RecordedEvents implements EventPublisher {

  record Event(String source, String detailType, List<String> resources, Map<String, ?> detail) {}

  final List<Event> all = new CopyOnWriteArrayList<>();

  @Override
  public void publish(
      String source, String detailType, List<String> resources, Map<String, ?> detail) {
    all.add(new Event(source, detailType, resources, detail));
  }

  /** Statuses told of all jobs, in order. */
  List<String> statuses() {
    return all.stream().map(event -> String.valueOf(event.detail().get("status"))).toList();
  }

  /** Statuses told of a job, in order. */
  List<String> statuses(String jobId) {
    return all.stream()
        .map(Event::detail)
        .filter(detail -> jobId.equals(detail.get("jobId")))
        .map(detail -> String.valueOf(detail.get("status")))
        .toList();
  }

  Map<String, ?> last(String jobId, String status) {
    return all.stream()
        .map(Event::detail)
        .filter(detail -> jobId.equals(detail.get("jobId")))
        .filter(detail -> status.equals(detail.get("status")))
        .reduce((first, last) -> last)
        .orElseThrow();
  }
}
