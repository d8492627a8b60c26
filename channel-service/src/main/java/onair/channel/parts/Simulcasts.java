package onair.channel.parts;

import java.util.List;

/** Where channels are pushed to besides being served to viewers. */
public interface Simulcasts {

  /**
   * Ids of those a channel is to be pushed to from its next start on; oldest first. Part of the
   * caller's transaction.
   */
  List<String> wanted(String channelId);

  /** All that are known of a channel, those that are to go as well. */
  List<PushTarget> of(String channelId);

  /**
   * Writes down how far it is. Part of the caller's transaction, in which the channel is locked.
   */
  void follow(String channelId, Pushing pushing);
}
