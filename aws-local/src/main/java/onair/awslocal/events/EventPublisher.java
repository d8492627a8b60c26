package onair.awslocal.events;

import java.util.List;
import java.util.Map;

/**
 * Puts an AWS service's own event on the {@code default} event bus.
 *
 * <p>Source: Amazon EventBridge user guide, "Events from AWS services".
 */
public interface EventPublisher {

  /**
   * Delivers to the rules that match. Never fails: events of AWS media services are best effort.
   *
   * @param source such as {@code aws.medialive}
   * @param detailType such as {@code MediaLive Channel State Change}
   * @param resources ARNs; the first one's region says on which region's bus the event is put
   * @param detail a JSON object as maps, lists, strings, numbers, booleans and nulls
   */
  void publish(String source, String detailType, List<String> resources, Map<String, ?> detail);
}
