package onair.channel.live;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where to push to besides the first address, as AWS says, without anything secret.
 *
 * @param second what feeds the second pipeline
 * @param backup what the backup is pushed to
 * @param backupSecond what feeds the second pipeline from there
 */
record SpareUrls(@Nullable String second, @Nullable String backup, @Nullable String backupSecond) {

  /** Absent when there is none. */
  static @Nullable SpareUrls of(List<String> urls, List<String> backupUrls) {
    return urls.size() < 2 && backupUrls.isEmpty()
        ? null
        : new SpareUrls(at(urls, 1), at(backupUrls, 0), at(backupUrls, 1));
  }

  private static @Nullable String at(List<String> urls, int index) {
    return index < urls.size() ? urls.get(index) : null;
  }
}
