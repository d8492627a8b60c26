package onair.ads.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signalled break with what was decided for it.
 *
 * @param key where the next page starts after this row
 * @param outcome what we told of it last; null for nothing yet
 * @param outcomeAt when we did; null when it was not kept
 * @param asked null while nobody has asked for ads
 */
record BreakRow(
    String id,
    String key,
    String channelId,
    long durationMillis,
    Instant signalledAt,
    @Nullable String outcome,
    @Nullable Instant outcomeAt,
    @Nullable Asked asked) {

  /**
   * @param firstAt null when it was not kept
   * @param sessions null when not all of them were counted
   */
  record Asked(long decisions, @Nullable Instant firstAt, @Nullable Sessions sessions) {}

  /**
   * Sessions that asked, each once.
   *
   * @param askedMillis how long their breaks are together
   * @param filledMillis how much of that ads were chosen for
   */
  record Sessions(long count, long askedMillis, long filledMillis) {

    static final Sessions NONE = new Sessions(0, 0, 0);

    long slateMillis() {
      return askedMillis - filledMillis;
    }
  }

  /** Null when it is not known. */
  @Nullable Sessions sessions() {
    return asked == null ? Sessions.NONE : asked.sessions();
  }
}
