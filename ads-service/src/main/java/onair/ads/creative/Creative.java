package onair.ads.creative;

import java.time.Instant;
import java.util.Map;
import onair.ads.content.Film;
import org.jspecify.annotations.Nullable;

/**
 * An asset shown as an advertisement. Its asset never changes: what has learned the creative's id
 * (MediaTailor transcodes by it) may keep what it made of it.
 *
 * @param version grows with each change
 * @param clickThroughUrl where a click leads; null for nowhere
 * @param film what is shown; null while the asset cannot be shown
 */
record Creative(
    String id,
    String organizationId,
    long version,
    String name,
    String assetId,
    @Nullable String clickThroughUrl,
    Map<String, String> metadata,
    @Nullable Film film,
    Instant createdAt,
    Instant updatedAt) {

  Creative with(
      String newName,
      @Nullable String newClickThroughUrl,
      Map<String, String> newMetadata,
      Instant now) {
    return new Creative(
        id,
        organizationId,
        version + 1,
        newName,
        assetId,
        newClickThroughUrl,
        newMetadata,
        film,
        createdAt,
        now);
  }
}
