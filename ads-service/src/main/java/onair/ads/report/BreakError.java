package onair.ads.report;

import org.jspecify.annotations.Nullable;

/**
 * Ads of a break that could not be shown.
 *
 * @param code of VAST; null when the player told none
 */
record BreakError(String breakId, @Nullable Integer code, long count) {}
