/**
 * What broadcasters and partners prove themselves with, and how it is kept: made at random, shown
 * only to those who may use it, encrypted in the database. Start at {@link
 * onair.channel.secret.StreamKeys}.
 */
@NullMarked
package onair.channel.secret;

import org.jspecify.annotations.NullMarked;
