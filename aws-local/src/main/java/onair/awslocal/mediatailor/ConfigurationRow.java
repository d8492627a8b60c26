package onair.awslocal.mediatailor;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Page;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediatailor.model.PlaybackConfiguration;

/** A playback configuration as it is kept; {@code resource} is what AWS answers. */
record ConfigurationRow(Scope scope, PlaybackConfiguration resource, Instant createdAt) {

  String name() {
    return resource.name();
  }

  String key() {
    return scope.key(name());
  }

  /** Oldest first, and never the same for two rows. */
  String position() {
    return Page.oldestFirst(createdAt, name());
  }

  ConfigurationRow with(PlaybackConfiguration changed) {
    return new ConfigurationRow(scope, changed, createdAt);
  }

  ConfigurationRow withTags(Map<String, String> tags) {
    return with(resource.toBuilder().tags(tags).build());
  }
}
