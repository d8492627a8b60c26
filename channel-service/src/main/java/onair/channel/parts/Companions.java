package onair.channel.parts;

/**
 * Things beside a channel that have a life of their own and end with it, such as its shares. Called
 * inside a transaction.
 */
public interface Companions {

  /** The channel is to go, and so are they. */
  void channelDeleted(String channelId);

  /** What the channel has in AWS may be another than before. */
  void channelMoved(String channelId);

  /** Whether there are any left of that channel. */
  boolean anyOf(String channelId);
}
