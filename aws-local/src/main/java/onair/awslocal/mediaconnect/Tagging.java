package onair.awslocal.mediaconnect;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Tags;
import org.jspecify.annotations.Nullable;

/** Tags of whatever has an ARN here: flows, sources, outputs, entitlements. */
final class Tagging {

  private final MediaConnectState state;

  Tagging(MediaConnectState state) {
    this.state = state;
  }

  Map<String, String> list(@Nullable String arn) {
    return find(arn).tags().getOrDefault(String.valueOf(arn), Map.of());
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
    String part = String.valueOf(arn);
    String flow = find(arn).arn();
    state.exclusively(
        flow,
        () ->
            state.update(
                flow,
                row -> row.tagged(part, change.apply(row.tags().getOrDefault(part, Map.of())))));
  }

  private FlowRow find(@Nullable String arn) {
    String part = String.valueOf(arn);
    return state.in(Scope.current()).stream()
        .filter(row -> row.has(part))
        .findFirst()
        .orElseThrow(() -> Refusals.notFound(part));
  }
}
