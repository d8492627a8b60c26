package onair.awslocal.eventbridge;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/** An event bus somebody made; the default one always exists and has no row. */
record BusRow(
    String accountId,
    String region,
    String name,
    @Nullable String description,
    Map<String, String> tags,
    Instant createdAt) {

  static final String DEFAULT = "default";

  BusRow {
    tags = Map.copyOf(tags);
  }

  static BusRow standard(Scope scope) {
    return new BusRow(scope.accountId(), scope.region(), DEFAULT, null, Map.of(), Instant.EPOCH);
  }

  Scope scope() {
    return new Scope(accountId, region);
  }

  String arn() {
    return scope().arn("events", "event-bus/" + name);
  }

  BusRow withTags(Map<String, String> changed) {
    return new BusRow(accountId, region, name, description, changed, createdAt);
  }
}
