/**
 * Ads: what is advertised, the decision which viewer sees what, and the count of what was seen.
 * Begin with {@link onair.ads.AdsService}, which names every part.
 */
@NullMarked
package onair.ads;

import org.jspecify.annotations.NullMarked;
