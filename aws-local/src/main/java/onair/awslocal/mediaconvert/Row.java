package onair.awslocal.mediaconvert;

import java.time.Instant;
import java.util.Map;
import onair.awslocal.resource.Scope;

/** A resource of MediaConvert as it is kept, by its name within its kind and scope. */
sealed interface Row permits JobRow, QueueRow, PresetRow, TemplateRow {

  Scope scope();

  /** Of a job, its id. */
  String name();

  Instant createdAt();

  Map<String, String> tags();

  /** The same resource with other tags. */
  Row withTags(Map<String, String> tags);
}
