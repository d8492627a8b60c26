package onair.ads.beacon;

import java.time.Instant;

/**
 * One ad that one viewer is to be shown once.
 *
 * @param id the same whenever the same viewer is given the same ad in the same break
 * @param expiresAt until when it may be told of, whole seconds
 */
public record Impression(
    String id,
    String organizationId,
    String campaignId,
    String creativeId,
    String playbackId,
    Instant expiresAt) {}
