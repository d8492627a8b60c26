package onair.awslocal.policy;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One thing somebody wants to do.
 *
 * @param action service prefix and operation, such as {@code mediapackagev2:GetObject}
 * @param resource ARN of what it is done to
 * @param context condition keys, such as {@code aws:SourceArn}; names are compared without case
 */
public record AccessRequest(
    Requester requester, String action, String resource, Map<String, String> context) {

  public AccessRequest {
    var keys = new TreeMap<String, String>();
    context.forEach((key, value) -> keys.put(key.toLowerCase(Locale.ROOT), value));
    context = Map.copyOf(keys);
  }

  @Nullable String contextValue(String key) {
    return context.get(key.toLowerCase(Locale.ROOT));
  }
}
