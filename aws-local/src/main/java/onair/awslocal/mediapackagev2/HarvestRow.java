package onair.awslocal.mediapackagev2;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.media.IngestTargets;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.GetHarvestJobResponse;
import software.amazon.awssdk.services.mediapackagev2.model.HarvestJobStatus;

/**
 * A harvest job; {@code resource} is what AWS answers.
 *
 * @param due when a queued one begins
 */
record HarvestRow(
    Scope scope,
    GetHarvestJobResponse resource,
    @Nullable String token,
    String fingerprint,
    Instant due)
    implements Row {

  /** How the media plane knows its channel. */
  String ingestTarget() {
    return IngestTargets.packageV2(
        scope.accountId(), scope.region(), resource.channelGroupName(), resource.channelName());
  }

  String endpointPath() {
    return String.join(
        "/", resource.channelGroupName(), resource.channelName(), resource.originEndpointName());
  }

  boolean isActive() {
    return resource.status() == HarvestJobStatus.QUEUED
        || resource.status() == HarvestJobStatus.IN_PROGRESS;
  }

  HarvestRow with(GetHarvestJobResponse changed) {
    return new HarvestRow(scope, changed, token, fingerprint, due);
  }

  @Override
  public String path() {
    return endpointPath() + "/" + resource.harvestJobName();
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
  public HarvestRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build());
  }
}
