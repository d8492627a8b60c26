package onair.ads.report;

import java.time.LocalDate;

/**
 * What was asked for in the breaks of one channel on one day, in UTC.
 *
 * @param key where the next page starts after this row
 */
record FillRow(
    LocalDate day,
    String channelId,
    String key,
    long adBreaks,
    long sessions,
    long askedMillis,
    long filledMillis) {}
