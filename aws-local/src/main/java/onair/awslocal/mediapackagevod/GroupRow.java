package onair.awslocal.mediapackagevod;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackagevod.model.PackagingGroup;

/** A packaging group; {@code resource} is what AWS answers, but for the number of its assets. */
record GroupRow(Scope scope, PackagingGroup resource) implements Row {

  GroupRow with(PackagingGroup changed) {
    return new GroupRow(scope, changed);
  }

  @Override
  public String id() {
    return resource.id();
  }

  @Override
  public String arn() {
    return resource.arn();
  }

  @Override
  public Instant createdAt() {
    return Instant.parse(resource.createdAt());
  }

  @Override
  public Map<String, String> tags() {
    return resource.tags();
  }

  @Override
  public GroupRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build());
  }
}
