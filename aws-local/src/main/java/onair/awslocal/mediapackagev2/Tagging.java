package onair.awslocal.mediapackagev2;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import software.amazon.awssdk.services.mediapackagev2.model.ResourceNotFoundException;
import software.amazon.awssdk.services.mediapackagev2.model.ValidationExceptionType;

/** Tags of whatever has an ARN here: channel groups, channels, origin endpoints, harvest jobs. */
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

  /** 400 for tags that AWS does not take. */
  static void check(Map<String, String> tags) {
    Tags.fault(tags)
        .ifPresent(
            why -> {
              throw Refusals.invalid(ValidationExceptionType.MEMBER_INVALID, why);
            });
  }

  private void change(String arn, UnaryOperator<Map<String, String>> change) {
    state.exclusively(
        () -> {
          Row row = find(arn);
          switch (row.withTags(change.apply(row.tags()))) {
            case GroupRow group -> state.groups().put(group);
            case ChannelRow channel -> state.channels().put(channel);
            case EndpointRow endpoint -> state.endpoints().put(endpoint);
            case HarvestRow job -> state.harvests().put(job);
          }
        });
  }

  private Row find(String arn) {
    var scope = Scope.current();
    return Stream.of(state.groups(), state.channels(), state.endpoints(), state.harvests())
        .flatMap(rows -> rows.below(scope, "").stream())
        .filter(row -> row.arn().equals(arn))
        .map(Row.class::cast)
        .findFirst()
        .orElseThrow(
            () ->
                ResourceNotFoundException.builder().message("Resource not found: " + arn).build());
  }
}
