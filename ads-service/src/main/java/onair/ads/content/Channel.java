package onair.ads.content;

import org.jspecify.annotations.Nullable;

/**
 * A live channel.
 *
 * @param version grows with each thing told
 * @param adsEnabled whether ads are wanted in it
 * @param slateAssetId what is shown where no ad fits; null for the broadcast itself
 */
public record Channel(
    String id,
    String organizationId,
    String playbackId,
    long version,
    Packaged packaged,
    boolean adsEnabled,
    @Nullable String slateAssetId,
    boolean removed)
    implements Playable {}
