package onair.awslocal.mediaconvert;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplate;

/**
 * A job template as it is kept.
 *
 * @param resource what AWS answers
 */
record TemplateRow(Scope scope, JobTemplate resource, Map<String, String> tags) implements Row {

  TemplateRow {
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
  public TemplateRow withTags(Map<String, String> tags) {
    return new TemplateRow(scope, resource, tags);
  }

  TemplateRow with(JobTemplate changed) {
    return new TemplateRow(scope, changed, tags);
  }
}
