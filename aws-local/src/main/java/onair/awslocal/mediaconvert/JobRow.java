package onair.awslocal.mediaconvert;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediaconvert.model.Job;
import software.amazon.awssdk.services.mediaconvert.model.JobStatus;

/**
 * A job as it is kept.
 *
 * @param resource what AWS answers, with settings merged from template and presets
 */
record JobRow(Scope scope, Job resource, Map<String, String> tags) implements Row {

  JobRow {
    tags = Map.copyOf(tags);
  }

  @Override
  public String name() {
    return resource.id();
  }

  @Override
  public Instant createdAt() {
    return resource.createdAt();
  }

  JobStatus status() {
    return resource.status();
  }

  /** Waiting or at work. */
  boolean isOpen() {
    return status() == JobStatus.SUBMITTED || status() == JobStatus.PROGRESSING;
  }

  @Override
  public JobRow withTags(Map<String, String> tags) {
    return new JobRow(scope, resource, tags);
  }

  JobRow with(Consumer<Job.Builder> change) {
    return new JobRow(scope, resource.toBuilder().applyMutation(change).build(), tags);
  }
}
