/**
 * What viewers saw, told by players and MediaTailor with signed addresses and counted exactly once.
 * Begin with {@link onair.ads.beacon.BeaconController}.
 */
@NullMarked
package onair.ads.beacon;

import org.jspecify.annotations.NullMarked;
