package onair.ads.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An ad of a break: what was decided, and what was told of it.
 *
 * @param decisions sessions it was chosen for
 * @param seenAt when the first beacon came that is no error; null for none
 * @param failedAt when the first error came; null for none
 */
record BreakAd(
    String breakId,
    String campaignId,
    String creativeId,
    long decisions,
    Counts counts,
    @Nullable Instant seenAt,
    @Nullable Instant failedAt) {}
