package onair.vod.asset;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which assets of an organization a list shows.
 *
 * @param status only those; absent for all
 * @param metadata only those that have all of these
 */
record AssetFilter(@Nullable AssetStatus status, Map<String, String> metadata) {
  AssetFilter {
    metadata = Map.copyOf(metadata);
  }
}
