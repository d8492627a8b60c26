package onair.awslocal.mediapackagevod;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import software.amazon.awssdk.services.mediapackagevod.model.NotFoundException;

/** Tags of whatever has an ARN here: groups, configurations and assets. */
final class Tagging {

  private final VodState state;

  Tagging(VodState state) {
    this.state = state;
  }

  Map<String, String> list(String arn) {
    return find(arn).tags();
  }

  void add(String arn, Map<String, String> tags) {
    change(arn, old -> checked(Tags.merged(old, tags)));
  }

  void remove(String arn, List<String> keys) {
    change(arn, old -> Tags.without(old, keys));
  }

  /** The same, or 422 when AWS would not keep them. */
  static Map<String, String> checked(Map<String, String> tags) {
    Tags.fault(tags)
        .ifPresent(
            fault -> {
              throw Refusals.unprocessable(fault);
            });
    return tags;
  }

  private void change(String arn, UnaryOperator<Map<String, String>> change) {
    state.exclusively(
        () -> {
          Row row = find(arn);
          Row changed = row.withTags(change.apply(row.tags()));
          switch (changed) {
            case GroupRow group -> state.groups().put(group);
            case ConfigurationRow configuration -> state.configurations().put(configuration);
            case AssetRow asset -> state.assets().put(asset);
          }
          return changed;
        });
  }

  private Row find(String arn) {
    var scope = Scope.current();
    return Stream.of(state.groups(), state.configurations(), state.assets())
        .flatMap(rows -> rows.in(scope).stream())
        .filter(row -> row.arn().equals(arn))
        .map(Row.class::cast)
        .findFirst()
        .orElseThrow(
            () -> NotFoundException.builder().message("Resource not found: " + arn).build());
  }
}
