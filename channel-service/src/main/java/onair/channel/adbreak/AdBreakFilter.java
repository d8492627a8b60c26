package onair.channel.adbreak;

import onair.common.paging.MetadataFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which breaks of a channel a list shows.
 *
 * @param status only those; absent for all
 */
record AdBreakFilter(AdBreak.@Nullable Status status, MetadataFilter metadata) {}
