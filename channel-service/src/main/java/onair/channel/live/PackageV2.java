package onair.channel.live;

import java.time.Duration;
import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.EncoderTarget;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.PackageChannelId;
import onair.channel.parts.PackageChannelSpec;
import onair.channel.parts.PackageParts;
import onair.common.reconcile.ExternalResource;
import org.jspecify.annotations.Nullable;

/** Packaged and served by MediaPackage v2: HLS and DASH out of one set of segments. */
final class PackageV2 implements PackagingLeg {

  private static final Duration LONGEST_RECORDING = Duration.ofHours(24);

  private final PackageParts parts;
  private final PackagingGroup group;
  private final ChannelProperties properties;

  PackageV2(PackageParts parts, PackagingGroup group, ChannelProperties properties) {
    this.parts = parts;
    this.group = group;
    this.properties = properties;
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return List.of(
        parts.channels(), parts.channelPolicies(), parts.endpoints(), parts.endpointPolicies());
  }

  @Override
  public Packaged assemble(Walk walk, Channel channel, Ladder ladder) {
    var packageChannel = walk.present(parts.channels(), new PackageChannelSpec(group.name()));
    if (packageChannel == null) {
      return Packaged.NOTHING;
    }
    PackageChannelId id = packageChannel.observed().id();
    return new Packaged(new EncoderTarget.Package(id), origin(walk, channel, ladder, id));
  }

  private @Nullable Origin origin(Walk walk, Channel channel, Ladder ladder, PackageChannelId id) {
    PackagingSpec packaging = channel.spec().packaging();
    DrmSpec drm = packaging.drm();
    boolean writable = walk.present(parts.channelPolicies(), id) != null;
    var endpoint =
        walk.presentAsAsked(
            parts.endpoints(),
            new EndpointSpec(
                id,
                Duration.ofSeconds(ladder.gopSeconds()),
                properties.manifestWindow(),
                startOver(channel.spec(), properties.manifestWindow()),
                packaging.delay(),
                drm == null ? null : drm.encryption(channel.id()),
                packaging.lowLatency()));
    if (!writable || endpoint == null) {
      return null;
    }
    var policy = walk.present(parts.endpointPolicies(), endpoint.observed().id());
    return policy == null
        ? null
        : new Origin(
            endpoint.observed().id().originPath(),
            packaging.hls(),
            packaging.withDash() ? Origin.DASH : null);
  }

  /**
   * How much is kept. A recording is made out of what viewers could go back to.
   *
   * @param window how much a manifest lists for a player that joins now
   */
  static Duration startOver(ChannelSpec spec, Duration window) {
    Duration viewers = spec.packaging().startOver(window);
    return spec.record() && viewers.compareTo(LONGEST_RECORDING) < 0 ? LONGEST_RECORDING : viewers;
  }

  @Override
  public boolean unserve(Walk walk) {
    return walk.absent(parts.endpointPolicies()) && walk.absent(parts.endpoints());
  }

  @Override
  public boolean remove(Walk walk) {
    return unserve(walk) && walk.absent(parts.channelPolicies()) && walk.absent(parts.channels());
  }
}
