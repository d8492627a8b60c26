package onair.vod.asset;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which assets of an organization a list shows.
 *
 * @param status only those; absent for all
 * @param name only those whose name has it somewhere in it, in whatever case; absent for all
 * @param metadata only those that have all of these
 */
record AssetFilter(
    @Nullable AssetStatus status, @Nullable String name, Map<String, String> metadata) {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\%_]");

  AssetFilter {
    metadata = Map.copyOf(metadata);
  }

  /** The name for {@code like}, which takes none of its characters for a wildcard. */
  @Nullable String namePattern() {
    return name == null ? null : "%" + SPECIAL.matcher(name).replaceAll("\\\\$0") + "%";
  }
}
