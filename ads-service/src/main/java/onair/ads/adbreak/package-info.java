/**
 * Ad breaks of live channels and how they were filled: the decisions asked for a break are counted
 * and the channel service is told what became of it. Begin with {@link onair.ads.adbreak.AdBreaks}.
 */
@NullMarked
package onair.ads.adbreak;

import org.jspecify.annotations.NullMarked;
