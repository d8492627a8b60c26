package onair.awslocal.mediapackage;

import java.time.Instant;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;

/** A resource of MediaPackage as it is kept; its id is unique in its scope within its kind. */
sealed interface Row permits Tagged, HarvestRow {

  Scope scope();

  String id();

  String arn();

  Instant createdAt();

  default String key() {
    return scope().key(id());
  }

  /** Oldest first, and never the same for two rows. */
  default String position() {
    return Page.oldestFirst(createdAt(), id());
  }
}
