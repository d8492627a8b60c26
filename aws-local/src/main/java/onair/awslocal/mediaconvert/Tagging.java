package onair.awslocal.mediaconvert;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import org.jspecify.annotations.Nullable;

/** Tags of whatever has an ARN here: jobs, queues, presets, job templates. */
final class Tagging {

  private final MediaConvertState state;
  private final Queues queues;

  Tagging(MediaConvertState state, Queues queues) {
    this.state = state;
    this.queues = queues;
  }

  Map<String, String> list(@Nullable String arn) {
    return find(arn).tags();
  }

  void add(@Nullable String arn, Map<String, String> tags) {
    change(
        arn,
        old -> {
          Map<String, String> all = Tags.merged(old, tags);
          if (all.size() > Tags.MAX) {
            throw Refusals.badRequest("A resource has at most " + Tags.MAX + " tags");
          }
          return all;
        });
  }

  void remove(@Nullable String arn, List<String> keys) {
    change(arn, old -> Tags.without(old, keys));
  }

  private void change(@Nullable String arn, UnaryOperator<Map<String, String>> change) {
    state.exclusively(
        () -> {
          Row row = find(arn);
          Row changed = row.withTags(change.apply(row.tags()));
          switch (changed) {
            case JobRow job -> state.jobs().put(job);
            case QueueRow queue -> state.queues().put(queue);
            case PresetRow preset -> state.presets().put(preset);
            case TemplateRow template -> state.templates().put(template);
          }
          return changed;
        });
  }

  private Row find(@Nullable String arn) {
    Scope scope = Scope.current();
    String prefix = scope.arn("mediaconvert", "");
    String path = arn != null && arn.startsWith(prefix) ? arn.substring(prefix.length()) : "";
    int slash = path.indexOf('/');
    String name = path.substring(slash + 1);
    return switch (path.substring(0, Math.max(0, slash))) {
      case "jobs" -> state.jobs().get(scope, name);
      case "queues" -> queues.row(scope, name);
      case "presets" -> state.presets().get(scope, name);
      case "jobTemplates" -> state.templates().get(scope, name);
      default -> throw Refusals.notFound("Resource not found: " + arn);
    };
  }
}
