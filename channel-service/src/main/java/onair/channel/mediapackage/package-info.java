/**
 * MediaPackage v2 as an edge: the packaging group, and per channel one packaging channel with one
 * CMAF endpoint and a policy on each. The only package that knows the MediaPackage SDK; {@link
 * onair.channel.mediapackage.PackageShapes} says what is asked of AWS.
 *
 * <p>All names are ours and unique in AWS, so a repeated create is refused as a conflict and a look
 * by name finds what there is.
 */
@NullMarked
package onair.channel.mediapackage;

import org.jspecify.annotations.NullMarked;
