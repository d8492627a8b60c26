package onair.awslocal.mediapackagevod;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackagevod.model.PackagingConfiguration;

/** A packaging configuration; {@code resource} is what AWS answers. */
record ConfigurationRow(Scope scope, PackagingConfiguration resource) implements Row {

  String group() {
    return resource.packagingGroupId();
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
  public ConfigurationRow withTags(Map<String, String> tags) {
    return new ConfigurationRow(scope, resource.toBuilder().tags(tags).build());
  }
}
