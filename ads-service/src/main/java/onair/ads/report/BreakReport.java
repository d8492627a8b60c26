package onair.ads.report;

import java.util.List;

/** All that is known of a break. */
record BreakReport(BreakRow row, List<BreakAd> ads, List<BreakError> errors) {

  BreakReport {
    ads = List.copyOf(ads);
    errors = List.copyOf(errors);
  }
}
