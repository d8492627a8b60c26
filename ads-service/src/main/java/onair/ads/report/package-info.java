/**
 * Reports: what was counted, per campaign, creative and day. Begin with {@link
 * onair.ads.report.ReportController}.
 */
@NullMarked
package onair.ads.report;

import org.jspecify.annotations.NullMarked;
