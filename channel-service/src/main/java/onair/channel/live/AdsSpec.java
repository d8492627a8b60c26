package onair.channel.live;

import org.jspecify.annotations.Nullable;

/**
 * Whether ads may be put into a channel's broadcasts.
 *
 * @param slateAssetId the asset that is shown where a break has no ad; absent for the broadcast
 *     itself
 */
record AdsSpec(boolean enabled, @Nullable String slateAssetId) {

  static final AdsSpec NONE = new AdsSpec(false, null);
}
