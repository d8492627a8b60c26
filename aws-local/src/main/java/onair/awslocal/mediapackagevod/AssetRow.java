package onair.awslocal.mediapackagevod;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import onair.awslocal.resource.Scope;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagevod.model.AssetShallow;

/**
 * An asset; {@code resource} is what AWS answers, but for its egress endpoints.
 *
 * @param due when the ingest takes its next step; null once it has ended
 * @param files what may be played: names below the folder of the source
 */
record AssetRow(
    Scope scope,
    AssetShallow resource,
    IngestState state,
    @Nullable Instant due,
    List<String> files)
    implements Row {

  /** How far the ingest is. */
  enum IngestState {
    QUEUED,
    PROCESSING,
    PLAYABLE,
    FAILED
  }

  AssetRow {
    files = List.copyOf(files);
  }

  String group() {
    return resource.packagingGroupId();
  }

  boolean isPlayable() {
    return state == IngestState.PLAYABLE;
  }

  AssetRow in(IngestState next, @Nullable Instant nextDue) {
    return new AssetRow(scope, resource, next, nextDue, files);
  }

  AssetRow playable(List<String> found) {
    return new AssetRow(scope, resource, IngestState.PLAYABLE, null, found);
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
  public AssetRow withTags(Map<String, String> tags) {
    return new AssetRow(scope, resource.toBuilder().tags(tags).build(), state, due, files);
  }
}
