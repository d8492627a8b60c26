package onair.ads.decision;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onair.ads.beacon.Impression;
import onair.ads.placement.Spots;
import onair.ads.placement.Spots.Spot;
import onair.common.tenancy.Tenancy;

/**
 * Decides. All viewers of a break ask in the same second, so that what is asked of the database is
 * kept in memory for one second: a change of a campaign shows within that time. Viewers are of no
 * organization; the playback id of a signed address says whose ads they see.
 */
final class AdServer {

  /** How long a viewer may take to see an ad that was decided. */
  static final Duration VALIDITY = Duration.ofHours(24);

  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST_KEPT = 10_000;

  private final LoadingCache<String, Optional<Spot>> spots;
  private final LoadingCache<String, Catalog> catalogs;
  private final InstantSource clock;

  AdServer(Spots spots, CatalogStore catalogs, InstantSource clock) {
    this.spots = cache().build(playbackId -> Tenancy.asSystem(() -> spots.find(playbackId)));
    this.catalogs =
        cache()
            .build(
                organizationId ->
                    Tenancy.as(organizationId, () -> catalogs.of(organizationId, clock.instant())));
    this.clock = clock;
  }

  private static Caffeine<Object, Object> cache() {
    return Caffeine.newBuilder()
        .expireAfterWrite(FRESH)
        .maximumSize(MOST_KEPT)
        .executor(Runnable::run);
  }

  /** Whose ads are shown under that playback id; empty when none are wanted there. */
  Optional<Spot> spot(String playbackId) {
    return spots.get(playbackId);
  }

  /**
   * The ads for one viewer's break; none when nothing fits.
   *
   * @param asked for whom; asked again, the same ads are the same impressions
   */
  List<Slot> decide(String playbackId, Spot spot, Asked asked) {
    Instant now = clock.instant();
    Catalog catalog = catalogs.get(spot.organizationId());
    String baseUrl = catalog.baseUrl();
    if (baseUrl == null) {
      return List.of();
    }
    List<Candidate> serving = catalog.candidates().stream().filter(ad -> ad.servesAt(now)).toList();
    return Rotation.pod(serving, asked.room(), asked.viewer()).stream()
        .map(
            ad ->
                new Slot(
                    ad,
                    baseUrl + ad.film().mp4Path(),
                    impression(playbackId, spot, ad, asked, now)))
        .toList();
  }

  private static Impression impression(
      String playbackId, Spot spot, Candidate ad, Asked asked, Instant now) {
    String what = String.join("\n", playbackId, asked.viewer(), ad.campaignId(), ad.creativeId());
    return new Impression(
        UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString(),
        spot.organizationId(),
        ad.campaignId(),
        ad.creativeId(),
        playbackId,
        asked.spliceEventId(),
        now.plus(VALIDITY).truncatedTo(ChronoUnit.SECONDS));
  }
}
