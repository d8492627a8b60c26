package onair.ads.beacon;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One ad that one viewer is to be shown once.
 *
 * @param id the same whenever the same viewer is given the same ad in the same break
 * @param spliceEventId of the break it is shown in; null when MediaTailor told none, and for a film
 * @param expiresAt until when it may be told of, whole seconds
 */
public record Impression(
    String id,
    String organizationId,
    String campaignId,
    String creativeId,
    String playbackId,
    @Nullable Long spliceEventId,
    Instant expiresAt) {}
