/**
 * Contribution by SRT: transport streams in from one sender, out to any number of receivers and
 * encoders. {@link onair.awslocal.media.srt.Flows} is the door; a {@code RunningFlow} passes bytes
 * from its source to its outputs, an {@code SrtKeeper} supervises one end, which is one ffmpeg
 * process behind a {@code Relay}.
 *
 * <p>ffmpeg speaks SRT on the loopback interface only. The relay in front of it owns the public
 * port, so it stays taken while processes come and go, drops packets from addresses that are not
 * allowed before SRT sees them, and reads in the handshakes why a connection was refused. A
 * listener has one connection at a time. A passphrase is an argument of its process and so can be
 * read by whoever may list this user's processes.
 */
@NullMarked
package onair.awslocal.media.srt;

import org.jspecify.annotations.NullMarked;
