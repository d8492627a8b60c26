package onair.channel.live;

import java.util.Map;
import onair.channel.live.ChannelStatus.Word;
import org.jspecify.annotations.Nullable;

/**
 * Which channels of an organization a list shows.
 *
 * @param status only those with this word; absent for all
 * @param name only those that have it in their name, in whatever case; absent for all
 * @param metadata only those that have all of these
 */
record ChannelFilter(@Nullable Word status, @Nullable String name, Map<String, String> metadata) {
  ChannelFilter {
    metadata = Map.copyOf(metadata);
  }
}
