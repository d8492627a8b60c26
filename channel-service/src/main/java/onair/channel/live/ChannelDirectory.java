package onair.channel.live;

import java.time.Instant;
import java.util.Optional;
import onair.channel.live.ChannelStatus.Provisioning;
import org.jspecify.annotations.Nullable;

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

  /**
   * How far the present broadcast of a channel is.
   *
   * @param channelId {@code ch_…}
   * @param version of the channel
   * @param deleted whether it is to go
   * @param wanted whether it is wanted on air
   * @param runningSince since when it is wanted on air and its encoder runs, which is paid for
   * @param liveAt when it was first live since it was last started
   * @param lostSince since when nothing comes in although it was live
   */
  public record Airing(
      String channelId,
      String organizationId,
      String playbackId,
      long version,
      boolean deleted,
      boolean wanted,
      @Nullable Instant runningSince,
      @Nullable Instant liveAt,
      @Nullable Instant lostSince) {}

  /**
   * What makes a channel's broadcast.
   *
   * @param encoderId AWS's id of the encoder; absent when there is none
   * @param runs whether the encoder runs, as of the last look
   */
  public record Encoding(@Nullable String encoderId, boolean runs) {}

  /** Of a channel of that organization; anybody else's is empty. */
  public Optional<Encoding> encoding(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .map(
            channel ->
                new Encoding(
                    channel.holdings().encoderId(),
                    channel.status().provisioning() == Provisioning.RUNNING));
  }

  /** Of a channel of that organization; anybody else's is empty. */
  public Optional<Airing> airing(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.find(organizationId, id))
        .map(ChannelDirectory::airing);
  }

  /** Like {@link #airing}, and it stays as it is until the caller's transaction ends. */
  public Optional<Airing> lockAiring(String organizationId, String channelId) {
    return ChannelId.parse(channelId)
        .flatMap(id -> channels.lock(organizationId, id))
        .map(ChannelDirectory::airing);
  }

  /** Like {@link #lockAiring(String, String)}, whoever it belongs to; for reconcilers. */
  public Optional<Airing> lockAiring(String channelId) {
    return ChannelId.parse(channelId).flatMap(channels::lock).map(ChannelDirectory::airing);
  }

  private static Airing airing(Channel channel) {
    boolean wanted = channel.desired() == Desired.RUNNING;
    Run run = channel.run();
    return new Airing(
        channel.id().value(),
        channel.organizationId(),
        channel.playbackId(),
        channel.version(),
        channel.desired() == Desired.DELETED,
        wanted,
        wanted ? run.runningSince() : null,
        wanted ? run.liveAt() : null,
        wanted ? run.lostSince() : null);
  }

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
