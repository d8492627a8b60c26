package onair.ads.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which creatives are shown, when, and how often compared to those of other campaigns.
 *
 * @param version grows with each change
 * @param terms what was agreed
 */
record Campaign(
    String id,
    String organizationId,
    long version,
    String name,
    Terms terms,
    Map<String, String> metadata,
    Instant createdAt,
    Instant updatedAt) {

  static final String ACTIVE = "active";
  static final String PAUSED = "paused";

  /**
   * @param creativeIds at least one, each once
   * @param weight 1 to 1000; a campaign of weight 200 is shown twice as often as one of 100
   * @param startsAt null for now
   * @param endsAt null for never
   * @param status {@value #ACTIVE} or {@value #PAUSED}
   */
  record Terms(
      List<String> creativeIds,
      int weight,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      String status) {

    Terms {
      creativeIds = List.copyOf(creativeIds);
    }

    /** Whether its ads are shown at that time. */
    boolean servesAt(Instant now) {
      return status.equals(ACTIVE)
          && (startsAt == null || !startsAt.isAfter(now))
          && (endsAt == null || endsAt.isAfter(now));
    }
  }

  Campaign with(String newName, Terms newTerms, Map<String, String> newMetadata, Instant now) {
    return new Campaign(
        id, organizationId, version + 1, newName, newTerms, newMetadata, createdAt, now);
  }
}
