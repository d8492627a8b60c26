package onair.awslocal.mediapackagev2;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;

/** A resource of MediaPackage v2 as it is kept. */
sealed interface Row permits GroupRow, ChannelRow, EndpointRow, HarvestRow {

  Scope scope();

  /** Its name below the names of what it belongs to, such as {@code group/channel}. */
  String path();

  String arn();

  Instant createdAt();

  /** Idempotency token of the create call. */
  @Nullable String token();

  /** Of the create call, to tell a repetition from another request. */
  String fingerprint();

  Map<String, String> tags();

  /** The same resource with other tags. */
  Row withTags(Map<String, String> tags);

  default String key() {
    return scope().key(path());
  }

  /** Oldest first, and never the same for two rows. */
  default String position() {
    return Page.oldestFirst(createdAt(), path());
  }
}
