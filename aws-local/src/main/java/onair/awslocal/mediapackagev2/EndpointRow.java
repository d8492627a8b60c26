package onair.awslocal.mediapackagev2;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.media.IngestTargets;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;

/**
 * An origin endpoint; {@code resource} is what AWS answers.
 *
 * @param policy who may read it, as JSON; null when nobody was allowed yet
 */
record EndpointRow(
    Scope scope,
    GetOriginEndpointResponse resource,
    @Nullable String token,
    String fingerprint,
    @Nullable String policy)
    implements Row {

  String name() {
    return resource.originEndpointName();
  }

  /** How the media plane knows its channel. */
  String ingestTarget() {
    return IngestTargets.packageV2(
        scope.accountId(), scope.region(), resource.channelGroupName(), resource.channelName());
  }

  EndpointRow with(GetOriginEndpointResponse changed) {
    return new EndpointRow(scope, changed, token, fingerprint, policy);
  }

  EndpointRow withPolicy(@Nullable String changed) {
    return new EndpointRow(scope, resource, token, fingerprint, changed);
  }

  @Override
  public String path() {
    return String.join("/", resource.channelGroupName(), resource.channelName(), name());
  }

  @Override
  public String arn() {
    return resource.arn();
  }

  @Override
  public Instant createdAt() {
    return resource.createdAt();
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
