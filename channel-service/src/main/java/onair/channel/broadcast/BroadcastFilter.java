package onair.channel.broadcast;

import onair.common.paging.MetadataFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which broadcasts of a channel a list shows.
 *
 * @param status only those; absent for all
 */
record BroadcastFilter(PlannedBroadcast.@Nullable Status status, MetadataFilter metadata) {}
