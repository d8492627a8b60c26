/**
 * MediaConnect as an edge: the flows broadcasters contribute to by SRT, and the outputs partners
 * receive from. The only package that knows the MediaConnect SDK; {@code FlowShapes} says what is
 * asked of AWS.
 */
@NullMarked
package onair.channel.mediaconnect;

import org.jspecify.annotations.NullMarked;
