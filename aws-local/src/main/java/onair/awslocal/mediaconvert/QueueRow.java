package onair.awslocal.mediaconvert;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediaconvert.model.Queue;

/**
 * A queue as it is kept.
 *
 * @param resource what AWS answers
 */
record QueueRow(Scope scope, Queue resource, Map<String, String> tags) implements Row {

  QueueRow {
    tags = Map.copyOf(tags);
  }

  @Override
  public String name() {
    return resource.name();
  }

  @Override
  public Instant createdAt() {
    return resource.createdAt();
  }

  @Override
  public QueueRow withTags(Map<String, String> tags) {
    return new QueueRow(scope, resource, tags);
  }

  QueueRow with(Queue changed) {
    return new QueueRow(scope, changed, tags);
  }
}
