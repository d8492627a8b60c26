/**
 * The encoder's schedule: what happens in a running broadcast at a time, such as a picture over it,
 * metadata in it, a pause or another input. Each action is one row, made true by {@link
 * onair.channel.schedule.ActionReconciler}; ad breaks are told to the same schedule by their own
 * package, at the same {@link onair.channel.schedule.Due times}.
 */
@NullMarked
package onair.channel.schedule;

import org.jspecify.annotations.NullMarked;
