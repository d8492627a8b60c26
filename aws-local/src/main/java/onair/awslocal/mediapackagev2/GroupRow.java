package onair.awslocal.mediapackagev2;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.GetChannelGroupResponse;

/** A channel group; {@code resource} is what AWS answers. */
record GroupRow(
    Scope scope, GetChannelGroupResponse resource, @Nullable String token, String fingerprint)
    implements Row {

  GroupRow with(GetChannelGroupResponse changed) {
    return new GroupRow(scope, changed, token, fingerprint);
  }

  @Override
  public String path() {
    return resource.channelGroupName();
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
  public GroupRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build());
  }
}
