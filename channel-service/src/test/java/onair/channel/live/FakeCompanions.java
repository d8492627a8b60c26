package onair.channel.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import onair.channel.parts.Companions;

/** Things that go with channels, as far as a test says that there are any. */
final class FakeCompanions implements Companions {

  private final Set<String> channels = ConcurrentHashMap.newKeySet();
  private final Set<String> deleted = ConcurrentHashMap.newKeySet();

  void reset() {
    channels.clear();
    deleted.clear();
  }

  /** The channel has something that goes with it, or has not any more. */
  void has(Channel channel, boolean any) {
    if (any) {
      channels.add(channel.id().value());
    } else {
      channels.remove(channel.id().value());
    }
  }

  boolean heardDeleted(Channel channel) {
    return deleted.contains(channel.id().value());
  }

  @Override
  public void channelDeleted(String channelId) {
    deleted.add(channelId);
  }

  @Override
  public void channelMoved(String channelId) {}

  @Override
  public boolean anyOf(String channelId) {
    return channels.contains(channelId);
  }
}
