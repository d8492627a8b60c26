package onair.ads.report;

import org.jspecify.annotations.Nullable;

/** Which rows are asked for; null means any. */
record ReportFilter(@Nullable String campaignId, @Nullable String creativeId, Days days) {}
