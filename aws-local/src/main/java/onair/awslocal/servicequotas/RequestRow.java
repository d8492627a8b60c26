package onair.awslocal.servicequotas;

import java.time.Instant;
import onair.awslocal.quota.Quota;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A request for more, as it is kept.
 *
 * @param due when it is granted; null once it is
 */
record RequestRow(
    Scope scope,
    String id,
    Quota quota,
    double value,
    Instant createdAt,
    Instant changedAt,
    @Nullable Instant due) {

  boolean isOpen() {
    return due != null;
  }

  RequestRow granted(Instant when) {
    return new RequestRow(scope, id, quota, value, createdAt, when, null);
  }

  /** Oldest first, and never the same for two rows. */
  String position() {
    return Page.oldestFirst(createdAt, id);
  }
}
