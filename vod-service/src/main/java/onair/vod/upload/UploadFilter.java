package onair.vod.upload;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which uploads of an organization a list shows.
 *
 * @param status only those; absent for all
 * @param metadata only those that have all of these
 */
record UploadFilter(@Nullable UploadStatus status, Map<String, String> metadata) {
  UploadFilter {
    metadata = Map.copyOf(metadata);
  }
}
