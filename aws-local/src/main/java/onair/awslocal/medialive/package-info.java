/**
 * AWS Elemental MediaLive on this machine: input security groups, inputs and channels with their
 * states over time, their rules and their EventBridge events. {@link
 * onair.awslocal.medialive.LocalMediaLive} lists the operations; what a channel carries is encoded
 * by {@code onair.awslocal.media}.
 */
@NullMarked
package onair.awslocal.medialive;

import org.jspecify.annotations.NullMarked;
