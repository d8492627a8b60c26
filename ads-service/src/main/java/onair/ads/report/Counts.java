package onair.ads.report;

import java.sql.ResultSet;
import java.sql.SQLException;

/** How often each thing was told of an ad, each once for an impression. */
record Counts(
    long impressions,
    long starts,
    long firstQuartiles,
    long midpoints,
    long thirdQuartiles,
    long completes,
    long clicks,
    long errors) {

  /** Columns of a query over beacons that {@link #of} reads. */
  static final String COLUMNS =
      """
      count(*) filter (where event = 'impression') as impressions,
      count(*) filter (where event = 'start') as starts,
      count(*) filter (where event = 'first_quartile') as first_quartiles,
      count(*) filter (where event = 'midpoint') as midpoints,
      count(*) filter (where event = 'third_quartile') as third_quartiles,
      count(*) filter (where event = 'complete') as completes,
      count(*) filter (where event = 'click') as clicks,
      count(*) filter (where event = 'error') as errors
      """;

  /** Zero where there is nothing. */
  static Counts of(ResultSet row) throws SQLException {
    return new Counts(
        row.getLong("impressions"),
        row.getLong("starts"),
        row.getLong("first_quartiles"),
        row.getLong("midpoints"),
        row.getLong("third_quartiles"),
        row.getLong("completes"),
        row.getLong("clicks"),
        row.getLong("errors"));
  }
}
