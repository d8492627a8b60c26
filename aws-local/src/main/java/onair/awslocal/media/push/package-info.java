/**
 * Delivery to places outside: each by a program of its own, which gets what is encoded as it is
 * encoded and cannot hold it up. {@link onair.awslocal.media.push.Pusher} is one of them.
 */
@NullMarked
package onair.awslocal.media.push;

import org.jspecify.annotations.NullMarked;
