package onair.channel.clip;

import onair.common.paging.MetadataFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which clips of a channel a list shows.
 *
 * @param status only those; absent for all
 */
record ClipFilter(Clip.@Nullable Status status, MetadataFilter metadata) {}
