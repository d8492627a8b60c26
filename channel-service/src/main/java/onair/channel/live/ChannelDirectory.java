package onair.channel.live;

import java.util.Optional;

/** What those beside the channels may know of them. */
public final class ChannelDirectory {

  private final ChannelStore channels;

  ChannelDirectory(ChannelStore channels) {
    this.channels = channels;
  }

  /**
   * @param id {@code ch_…}
   * @param bySrt whether it is contributed to by SRT, and so has a flow
   * @param deleted whether it is to go
   */
  public record Entry(String id, boolean bySrt, boolean deleted) {}

  /** A channel of that organization; anybody else's is empty. */
  public Optional<Entry> find(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .map(ChannelDirectory::entry);
  }

  /** Like {@link #find}, and it stays as it is until the caller's transaction ends. */
  public Optional<Entry> lock(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.lock(organizationId, id))
        .map(ChannelDirectory::entry);
  }

  private static Entry entry(Channel channel) {
    return new Entry(
        channel.id().value(),
        channel.spec().ingest().bySrt(),
        channel.desired() == Desired.DELETED);
  }
}
