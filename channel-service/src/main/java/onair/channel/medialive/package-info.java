/**
 * MediaLive as an edge: per channel one input security group, one input and one encoder (MediaLive
 * calls it a channel), and the events it sends. The only package that knows the MediaLive SDK; the
 * {@code *Shapes} say what is asked of AWS.
 */
@NullMarked
package onair.channel.medialive;

import org.jspecify.annotations.NullMarked;
