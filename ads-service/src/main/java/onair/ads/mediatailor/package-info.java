/**
 * The only place where the ads service speaks to AWS Elemental MediaTailor: playback
 * configurations, one per playback id.
 */
@NullMarked
package onair.ads.mediatailor;

import org.jspecify.annotations.NullMarked;
