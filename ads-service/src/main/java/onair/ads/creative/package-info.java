/**
 * Creatives: an asset to be shown as an advertisement, and where a click on it leads. Begin with
 * {@link onair.ads.creative.CreativeController}.
 */
@NullMarked
package onair.ads.creative;

import org.jspecify.annotations.NullMarked;
