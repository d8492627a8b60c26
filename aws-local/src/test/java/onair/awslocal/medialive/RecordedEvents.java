package onair.awslocal.medialive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import onair.awslocal.events.EventPublisher;

/** Remembers what was told to EventBridge. */
final class RecordedEvents implements EventPublisher {

  record Event(String source, String detailType, List<String> resources, Map<String, ?> detail) {

    String text(String member) {
      return String.valueOf(detail.get(member));
    }
  }

  final List<Event> all = new CopyOnWriteArrayList<>();

  @Override
  public void publish(
      String source, String detailType, List<String> resources, Map<String, ?> detail) {
    all.add(new Event(source, detailType, resources, detail));
  }

  List<String> states() {
    return of("MediaLive Channel State Change").map(event -> event.text("state")).toList();
  }

  List<String> states(String channelArn) {
    return of("MediaLive Channel State Change")
        .filter(event -> event.text("channel_arn").equals(channelArn))
        .map(event -> event.text("state"))
        .toList();
  }

  /** Alert events as {@code SET Video Not Detected}. */
  List<String> alerts() {
    return of("MediaLive Channel Alert")
        .map(event -> event.text("alarm_state") + " " + event.text("alert_type"))
        .toList();
  }

  private Stream<Event> of(String detailType) {
    return all.stream().filter(event -> event.detailType().equals(detailType));
  }
}
