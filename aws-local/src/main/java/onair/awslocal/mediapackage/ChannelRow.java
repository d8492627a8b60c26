package onair.awslocal.mediapackage;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.media.IngestTargets;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackage.model.Channel;

/** A channel; {@code resource} is what AWS answers. */
record ChannelRow(Scope scope, Channel resource) implements Tagged {

  /** How the media plane knows it. */
  String ingestTarget() {
    return IngestTargets.packageV1(scope.accountId(), scope.region(), id());
  }

  ChannelRow with(Channel changed) {
    return new ChannelRow(scope, changed);
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
  public ChannelRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build());
  }
}
