/**
 * AWS Elemental MediaConnect on this machine: flows with their sources, outputs and entitlements,
 * their states over time and their EventBridge events. {@link
 * onair.awslocal.mediaconnect.LocalMediaConnect} lists the operations; what a flow carries is moved
 * by {@code onair.awslocal.media.srt}.
 */
@NullMarked
package onair.awslocal.mediaconnect;

import org.jspecify.annotations.NullMarked;
