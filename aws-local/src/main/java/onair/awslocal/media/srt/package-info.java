/**
 * Contribution by SRT: transport streams in from one sender and out to any number of receivers and
 * encoders.
 */
@NullMarked
package onair.awslocal.media.srt;

import org.jspecify.annotations.NullMarked;
