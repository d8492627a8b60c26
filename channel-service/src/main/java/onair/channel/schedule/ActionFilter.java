package onair.channel.schedule;

import onair.common.paging.MetadataFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which actions of a channel a list shows.
 *
 * @param status only those; absent for all
 */
record ActionFilter(Action.@Nullable Status status, MetadataFilter metadata) {}
