package onair.ads.decision;

import java.net.URI;
import java.time.Instant;
import onair.ads.content.Film;
import org.jspecify.annotations.Nullable;

/**
 * An ad that could be shown: a creative as part of a campaign.
 *
 * @param share how often it is shown compared to others; more than 0
 * @param startsAt of the campaign; null for now
 * @param endsAt of the campaign; null for never
 */
record Candidate(
    String campaignId,
    String creativeId,
    String title,
    Film film,
    @Nullable URI clickThroughUrl,
    double share,
    @Nullable Instant startsAt,
    @Nullable Instant endsAt) {

  boolean servesAt(Instant now) {
    return (startsAt == null || !startsAt.isAfter(now)) && (endsAt == null || endsAt.isAfter(now));
  }
}
