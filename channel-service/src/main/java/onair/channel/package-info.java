/** Live channels. */
@NullMarked
package onair.channel;

import org.jspecify.annotations.NullMarked;
