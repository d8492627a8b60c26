/**
 * Where ads are put in: one ad configuration per playback id, made for a channel as soon as it
 * wants ads and for an asset when asked for, and kept in AWS by {@link
 * onair.ads.placement.PlacementReconciler}.
 */
@NullMarked
package onair.ads.placement;

import org.jspecify.annotations.NullMarked;
