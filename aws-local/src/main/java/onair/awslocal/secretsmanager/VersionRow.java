package onair.awslocal.secretsmanager;

import java.time.Instant;
import java.util.List;
import onair.awslocal.resource.Page;

/**
 * One version of a secret.
 *
 * @param id the idempotency token of the call that made it
 * @param stages labels such as {@code AWSCURRENT}; each is on one version of a secret at most
 */
record VersionRow(String id, SecretValue value, List<String> stages, Instant createdAt) {

  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  VersionRow {
    stages = List.copyOf(stages);
  }

  boolean has(String stage) {
    return stages.contains(stage);
  }

  /** Oldest first, and never the same for two versions. */
  String position() {
    return Page.oldestFirst(createdAt, id);
  }

  VersionRow without(List<String> moved) {
    return with(stages.stream().filter(stage -> !moved.contains(stage)).toList());
  }

  VersionRow with(List<String> others) {
    return new VersionRow(id, value, others, createdAt);
  }
}
