/**
 * What other services told of what can be played: channels and assets, and under which address
 * viewers reach them. Ads are put into it, and ready assets are the advertisements. Begin with
 * {@link onair.ads.content.ContentStore}.
 */
@NullMarked
package onair.ads.content;

import org.jspecify.annotations.NullMarked;
