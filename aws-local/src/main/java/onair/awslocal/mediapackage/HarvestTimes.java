package onair.awslocal.mediapackage;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;

/**
 * The window a harvest job asks for. Source: MediaPackage user guide, "Live-to-VOD requirements":
 * both ends are in ISO 8601 or in seconds since 1970, at most 24 hours apart and within the
 * endpoint's startover window. An end that is yet to come is waited for.
 */
record HarvestTimes(Instant start, Instant end) {

  private static final Duration LONGEST = Duration.ofHours(24);

  /** 422 for what is no time. */
  static HarvestTimes of(String start, String end) {
    return new HarvestTimes(time("StartTime", start), time("EndTime", end));
  }

  /** 422 when it cannot be harvested from this endpoint now. */
  void check(OriginEndpoint endpoint, Instant now) {
    Duration length = Duration.between(start, end);
    refuse(!length.isPositive(), "EndTime must be after StartTime");
    refuse(length.compareTo(LONGEST) > 0, "A harvest job covers at most 24 hours");
    int startover =
        endpoint.startoverWindowSeconds() == null ? 0 : endpoint.startoverWindowSeconds();
    refuse(startover == 0, "The origin endpoint has no startover window");
    refuse(
        start.isBefore(now.minusSeconds(startover)),
        "StartTime must be within the startover window of " + startover + " seconds");
  }

  private static Instant time(String member, String text) {
    try {
      return text.matches("\\d{1,12}")
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Refusals.unprocessable(member + " must be in ISO 8601, as in 2026-11-22T20:15:00Z");
    }
  }

  private static void refuse(boolean broken, String message) {
    if (broken) {
      throw Refusals.unprocessable(message);
    }
  }
}
