package onair.awslocal.mediapackagevod;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;

/** A resource as it is kept; its id is unique in its scope within its kind. */
sealed interface Row permits GroupRow, ConfigurationRow, AssetRow {

  Scope scope();

  String id();

  String arn();

  Instant createdAt();

  Map<String, String> tags();

  /** The same resource with other tags. */
  Row withTags(Map<String, String> tags);

  default String key() {
    return scope().key(id());
  }

  /** Oldest first, and never the same for two rows. */
  default String position() {
    return Page.oldestFirst(createdAt(), id());
  }
}
