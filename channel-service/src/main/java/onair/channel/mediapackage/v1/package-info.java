/**
 * MediaPackage v1 as an edge: per channel one channel and two origin endpoints, for HLS and for
 * DASH. The only package that knows the MediaPackage v1 SDK; {@code PackageV1Shapes} says what is
 * asked of AWS.
 */
@NullMarked
package onair.channel.mediapackage.v1;

import org.jspecify.annotations.NullMarked;
