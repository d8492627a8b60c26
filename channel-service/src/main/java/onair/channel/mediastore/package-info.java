/**
 * MediaStore as an edge: the container channels with origin {@code mediastore} are served from, and
 * the folder each of them has in it. The only package that knows the MediaStore SDK.
 */
@NullMarked
package onair.channel.mediastore;

import org.jspecify.annotations.NullMarked;
