/**
 * Settings in AWS that are not what was asked for, because somebody changed them there. Whoever
 * looks a channel over compares ({@link onair.channel.drift.DriftWatch}); what differs is told, and
 * an operator says of each setting whether it is to be repaired, adopted or ignored.
 *
 * <p>That something was stopped, started or removed by somebody is no drift in this sense: the
 * channel's reconciler makes that good by itself.
 */
@NullMarked
package onair.channel.drift;

import org.jspecify.annotations.NullMarked;
