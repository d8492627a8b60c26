package onair.awslocal.medialive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.NotFoundException;

/** Tags of whatever has an ARN here: channels, inputs, input security groups. */
final class Tagging {

  private final MediaLiveState state;

  Tagging(MediaLiveState state) {
    this.state = state;
  }

  Map<String, String> list(@Nullable String arn) {
    return find(arn).tags();
  }

  void add(@Nullable String arn, Map<String, String> tags) {
    change(
        arn,
        old -> {
          Map<String, String> all = Tags.merged(old, tags);
          check(all);
          return all;
        });
  }

  void remove(@Nullable String arn, List<String> keys) {
    change(arn, old -> Tags.without(old, keys));
  }

  /** 400 for tags that AWS does not take. */
  static void check(Map<String, String> tags) {
    Tags.fault(tags)
        .ifPresent(
            why -> {
              throw Refusals.badRequest(why);
            });
  }

  private void change(@Nullable String arn, UnaryOperator<Map<String, String>> change) {
    state.exclusively(
        () -> {
          Row row = find(arn);
          Row changed = row.withTags(change.apply(row.tags()));
          switch (changed) {
            case ChannelRow channel -> state.channels().put(channel);
            case InputRow input -> state.inputs().put(input);
            case SecurityGroupRow group -> state.groups().put(group);
          }
          return changed;
        });
  }

  private Row find(@Nullable String arn) {
    var scope = Scope.current();
    String prefix = scope.arn("medialive", "");
    String name = arn != null && arn.startsWith(prefix) ? arn.substring(prefix.length()) : "";
    String id = name.substring(name.indexOf(':') + 1);
    Optional<? extends Row> row =
        switch (name.substring(0, name.length() - id.length())) {
          case "channel:" -> state.channels().find(scope, id);
          case "input:" -> state.inputs().find(scope, id);
          case "inputSecurityGroup:" -> state.groups().find(scope, id);
          default -> Optional.empty();
        };
    return row.filter(found -> !found.isDeleted())
        .map(Row.class::cast)
        .orElseThrow(
            () -> NotFoundException.builder().message("Resource not found: " + arn).build());
  }
}
