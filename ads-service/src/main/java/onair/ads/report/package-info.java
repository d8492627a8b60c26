/**
 * Reports: what was counted, per campaign, creative and day; what became of each break; how well
 * they were filled. Begin with {@link onair.ads.report.ReportController}.
 */
@NullMarked
package onair.ads.report;

import org.jspecify.annotations.NullMarked;
