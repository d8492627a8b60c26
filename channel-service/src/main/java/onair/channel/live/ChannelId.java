package onair.channel.live;

import java.util.Optional;
import onair.common.id.Ids;

/** Id of a channel: {@code ch_…}, see {@link Ids}. */
record ChannelId(String value) {

  private static final String PREFIX = "ch";

  static ChannelId next() {
    return new ChannelId(Ids.next(PREFIX));
  }

  /** Empty for what cannot be the id of any channel. */
  static Optional<ChannelId> parse(String text) {
    return Ids.isValid(PREFIX, text) ? Optional.of(new ChannelId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
