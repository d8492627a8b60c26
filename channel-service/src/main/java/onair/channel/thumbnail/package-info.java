/** A small picture of what a channel shows now. Start at {@code ThumbnailController}. */
@NullMarked
package onair.channel.thumbnail;

import org.jspecify.annotations.NullMarked;
