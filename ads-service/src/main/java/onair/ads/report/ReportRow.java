package onair.ads.report;

import java.time.LocalDate;

/** What was counted of one creative in one campaign on one day, in UTC. */
record ReportRow(LocalDate day, String campaignId, String creativeId, Counts counts) {

  /** Where the next page starts after this row. */
  String key() {
    return day + " " + campaignId + " " + creativeId;
  }
}
