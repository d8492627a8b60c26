package onair.awslocal.mediaconvert;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediaconvert.model.Preset;

/**
 * A preset as it is kept.
 *
 * @param resource what AWS answers
 */
record PresetRow(Scope scope, Preset resource, Map<String, String> tags) implements Row {

  PresetRow {
    tags = Map.copyOf(tags);
  }

  @Override
  public String name() {
    return resource.name();
  }

  @Override
  public Instant createdAt() {
    return resource.createdAt();
  }

  @Override
  public PresetRow withTags(Map<String, String> tags) {
    return new PresetRow(scope, resource, tags);
  }

  PresetRow with(Preset changed) {
    return new PresetRow(scope, changed, tags);
  }
}
