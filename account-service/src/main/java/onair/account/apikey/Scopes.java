package onair.account.apikey;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every scope a key can be given: each resource's words, {@code <resource>:*} for all of them, and
 * {@code *} for everything.
 */
final class Scopes {

  private static final List<String> READ_WRITE_RESOURCES =
      List.of("channels", "assets", "ads", "delivery", "webhooks", "keys", "ops");
  private static final Set<String> KNOWN = known();

  private Scopes() {}

  static Set<String> all() {
    return KNOWN;
  }

  private static Set<String> known() {
    var known =
        new TreeSet<>(
            Set.of(
                "*",
                "channels:control",
                "usage:read",
                "usage:*",
                "organizations:read",
                "organizations:*"));
    for (String resource : READ_WRITE_RESOURCES) {
      known.addAll(List.of(resource + ":read", resource + ":write", resource + ":*"));
    }
    return known;
  }
}
