package onair.channel.live;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onair.channel.secret.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * A live channel: what its user wants, and what we tell them.
 *
 * @param version grows with each change anyone can see
 * @param playbackId {@code pb_…}, what viewers know it by
 * @param metadata the user's own words about it
 * @param streamKey what a broadcaster proves themselves with: the stream key of RTMP, the
 *     passphrase of SRT
 * @param srtPort where a broadcaster connects to by SRT; absent for other protocols
 * @param desired what the user last asked for
 * @param run what is remembered since then
 * @param holdings what it has in AWS
 * @param operationId the last thing that was asked for
 */
record Channel(
    ChannelId id,
    String organizationId,
    String playbackId,
    long version,
    String name,
    Map<String, String> metadata,
    ChannelSpec spec,
    StreamKey streamKey,
    @Nullable Integer srtPort,
    Desired desired,
    ChannelStatus status,
    Run run,
    Holdings holdings,
    String operationId,
    Instant createdAt,
    Instant updatedAt) {

  Channel {
    metadata = Map.copyOf(metadata);
  }

  /** Another wish of the user. */
  Channel asked(Desired wish, ChannelStatus told, String operation, Instant now) {
    return new Channel(
        id,
        organizationId,
        playbackId,
        version + 1,
        name,
        metadata,
        spec,
        streamKey,
        srtPort,
        wish,
        told,
        Run.asked(wish, now),
        holdings,
        operation,
        createdAt,
        now);
  }

  /** Other words about it, or another spec. */
  Channel described(
      String newName, Map<String, String> newMetadata, ChannelSpec newSpec, Instant now) {
    return new Channel(
        id,
        organizationId,
        playbackId,
        version + 1,
        newName,
        newMetadata,
        newSpec,
        streamKey,
        srtPort,
        desired,
        status,
        run,
        holdings,
        operationId,
        createdAt,
        now);
  }

  /** The same under an operation that took the place of the one before. */
  Channel under(String operation) {
    return new Channel(
        id,
        organizationId,
        playbackId,
        version,
        name,
        metadata,
        spec,
        streamKey,
        srtPort,
        desired,
        status,
        run,
        holdings,
        operation,
        createdAt,
        updatedAt);
  }

  /** The same, of another spec that nobody has asked for in so many words. */
  Channel as(ChannelSpec other) {
    return new Channel(
        id,
        organizationId,
        playbackId,
        version,
        name,
        metadata,
        other,
        streamKey,
        srtPort,
        desired,
        status,
        run,
        holdings,
        operationId,
        createdAt,
        updatedAt);
  }

  /** Another key; whatever carries the one before is made anew. */
  Channel rotated(StreamKey newKey, Instant now) {
    return new Channel(
        id,
        organizationId,
        playbackId,
        version + 1,
        name,
        metadata,
        spec.rotated(),
        newKey,
        srtPort,
        desired,
        status,
        run,
        holdings,
        operationId,
        createdAt,
        now);
  }

  /** Pushed to others from its next start on; nobody can see that on the channel. */
  Channel pushedTo(List<String> targets) {
    return new Channel(
        id,
        organizationId,
        playbackId,
        version,
        name,
        metadata,
        spec.pushedTo(targets),
        streamKey,
        srtPort,
        desired,
        status,
        run,
        holdings,
        operationId,
        createdAt,
        updatedAt);
  }

  /** What an event said about the present run; nobody can see that. */
  Channel heard(Run newRun) {
    return looked(desired, status, newRun, holdings, updatedAt);
  }

  /** Whether the user would describe both alike. */
  boolean sameWords(Channel other) {
    return name.equals(other.name) && metadata.equals(other.metadata) && spec.equals(other.spec);
  }

  /**
   * What another look at AWS leads to. The version grows when somebody could see the difference.
   */
  Channel looked(Desired wish, ChannelStatus told, Run newRun, Holdings newHoldings, Instant now) {
    boolean visible =
        !told.equals(status)
            || !Objects.equals(newHoldings.ingestUrl(), holdings.ingestUrl())
            || !Objects.equals(newHoldings.spareUrls(), holdings.spareUrls())
            || !Objects.equals(newHoldings.origin(), holdings.origin());
    return new Channel(
        id,
        organizationId,
        playbackId,
        visible ? version + 1 : version,
        name,
        metadata,
        spec,
        streamKey,
        srtPort,
        wish,
        told,
        newRun,
        newHoldings,
        operationId,
        createdAt,
        visible ? now : updatedAt);
  }
}
