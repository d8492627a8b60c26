package onair.awslocal.medialive;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/** A resource of MediaLive as it is kept. Its id is unique on this machine within its kind. */
sealed interface Row permits ChannelRow, InputRow, SecurityGroupRow {

  Scope scope();

  /** Seven digits. */
  String id();

  Instant createdAt();

  @Nullable Pending pending();

  /** Idempotency token of the create call; not every kind has one. */
  default @Nullable String requestId() {
    return null;
  }

  /** Whether it is shown as DELETED only because AWS remembers deleted resources for a while. */
  boolean isDeleted();

  Map<String, String> tags();

  /** The same resource with other tags. */
  Row withTags(Map<String, String> tags);

  /** Oldest first, and never the same for two rows. */
  default String position() {
    return Page.oldestFirst(createdAt(), id());
  }
}
