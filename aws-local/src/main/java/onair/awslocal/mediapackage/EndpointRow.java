package onair.awslocal.mediapackage;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.media.IngestTargets;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;

/** An origin endpoint; {@code resource} is what AWS answers. */
record EndpointRow(Scope scope, OriginEndpoint resource) implements Tagged {

  /** How the media plane knows its channel. */
  String ingestTarget() {
    return IngestTargets.packageV1(scope.accountId(), scope.region(), resource.channelId());
  }

  EndpointRow with(OriginEndpoint changed) {
    return new EndpointRow(scope, changed);
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
  public EndpointRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build());
  }
}
