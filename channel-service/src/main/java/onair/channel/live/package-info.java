/**
 * Live channels: what a user asks for, what is kept of it, and how AWS is made to agree.
 *
 * <p>Read in this order: {@link onair.channel.live.Channel} (what it is), {@code ChannelController}
 * (how it is asked for), {@code ChannelCommands}, {@code ChannelEdits} and {@code ChannelStore}
 * (how it is kept), {@code ChannelReconciler} with {@code Assembly} (how it is made true), {@code
 * StatusRules} (what the user is told). What AWS is asked for stands in {@code
 * onair.channel.parts}; the AWS edges never appear here.
 */
@NullMarked
package onair.channel.live;

import org.jspecify.annotations.NullMarked;
