/**
 * Video on demand: what is uploaded or recorded becomes an asset that plays. Begin with {@link
 * onair.vod.VodService}, which names every part.
 */
@NullMarked
package onair.vod;

import org.jspecify.annotations.NullMarked;
