/**
 * Ad breaks: signals in a broadcast that ads may be put in from here on for so long. This side only
 * signals; who fills a break, and with what, is decided elsewhere and told back. Begin with {@link
 * onair.channel.adbreak.AdBreakReconciler}.
 */
@NullMarked
package onair.channel.adbreak;

import org.jspecify.annotations.NullMarked;
