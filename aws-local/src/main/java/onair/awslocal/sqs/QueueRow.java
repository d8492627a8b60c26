package onair.awslocal.sqs;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import onair.awslocal.resource.Scope;

/**
 * A queue as it is kept.
 *
 * @param id never used again, so that a deleted queue's messages cannot come back in its successor
 * @param attributes only those that were set
 */
record QueueRow(
    String id,
    String accountId,
    String region,
    String name,
    Map<String, String> attributes,
    Map<String, String> tags,
    Instant createdAt,
    Instant modifiedAt) {

  QueueRow {
    attributes = Map.copyOf(attributes);
    tags = Map.copyOf(tags);
  }

  Scope scope() {
    return new Scope(accountId, region);
  }

  String key() {
    return scope().key(name);
  }

  String arn() {
    return scope().arn("sqs", name);
  }

  /** With these attributes set; an empty value takes one away. */
  QueueRow with(Map<String, String> changes, Instant now) {
    Map<String, String> changed = new TreeMap<>(attributes);
    changes.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    return new QueueRow(id, accountId, region, name, changed, tags, createdAt, now);
  }

  QueueRow withTags(Map<String, String> changed) {
    return new QueueRow(id, accountId, region, name, attributes, changed, createdAt, modifiedAt);
  }
}
