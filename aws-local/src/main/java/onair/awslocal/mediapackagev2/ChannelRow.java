package onair.awslocal.mediapackagev2;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.media.IngestTargets;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelResponse;

/**
 * A channel; {@code resource} is what AWS answers.
 *
 * @param policy who may send to it, as JSON; null when nobody was allowed yet
 */
record ChannelRow(
    Scope scope,
    GetChannelResponse resource,
    @Nullable String token,
    String fingerprint,
    @Nullable String policy)
    implements Row {

  /** How the media plane knows it. */
  String ingestTarget() {
    return IngestTargets.packageV2(
        scope.accountId(), scope.region(), resource.channelGroupName(), resource.channelName());
  }

  ChannelRow with(GetChannelResponse changed) {
    return new ChannelRow(scope, changed, token, fingerprint, policy);
  }

  ChannelRow withPolicy(@Nullable String changed) {
    return new ChannelRow(scope, resource, token, fingerprint, changed);
  }

  @Override
  public String path() {
    return resource.channelGroupName() + "/" + resource.channelName();
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
  public ChannelRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build());
  }
}
