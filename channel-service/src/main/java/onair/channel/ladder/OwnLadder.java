package onair.channel.ladder;

import java.util.Map;

/**
 * A ladder an organization made.
 *
 * @param metadata the user's own words about it
 */
record OwnLadder(Ladder ladder, Map<String, String> metadata) {

  /** It never changes. */
  static final long VERSION = 1;

  OwnLadder {
    metadata = Map.copyOf(metadata);
  }
}
