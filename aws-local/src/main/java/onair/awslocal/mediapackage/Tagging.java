package onair.awslocal.mediapackage;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import software.amazon.awssdk.services.mediapackage.model.NotFoundException;

/** Tags of whatever has an ARN here: channels and origin endpoints. */
final class Tagging {

  private final PackageState state;

  Tagging(PackageState state) {
    this.state = state;
  }

  Map<String, String> list(String arn) {
    return find(arn).tags();
  }

  void add(String arn, Map<String, String> tags) {
    change(
        arn,
        old -> {
          Map<String, String> all = Tags.merged(old, tags);
          check(all);
          return all;
        });
  }

  void remove(String arn, List<String> keys) {
    change(arn, old -> Tags.without(old, keys));
  }

  /** 422 for tags that AWS does not take. */
  static void check(Map<String, String> tags) {
    Tags.fault(tags)
        .ifPresent(
            why -> {
              throw Refusals.unprocessable(why);
            });
  }

  private void change(String arn, UnaryOperator<Map<String, String>> change) {
    state.exclusively(
        () -> {
          Tagged row = find(arn);
          Tagged changed = row.withTags(change.apply(row.tags()));
          switch (changed) {
            case ChannelRow channel -> state.channels().put(channel);
            case EndpointRow endpoint -> state.endpoints().put(endpoint);
          }
          return changed;
        });
  }

  private Tagged find(String arn) {
    var scope = Scope.current();
    return Stream.of(state.channels(), state.endpoints())
        .flatMap(rows -> rows.in(scope).stream())
        .filter(row -> row.arn().equals(arn))
        .map(Tagged.class::cast)
        .findFirst()
        .orElseThrow(
            () -> NotFoundException.builder().message("Resource not found: " + arn).build());
  }
}
