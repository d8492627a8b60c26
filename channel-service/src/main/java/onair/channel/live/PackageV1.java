package onair.channel.live;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import onair.channel.ladder.Ladder;
import onair.channel.packaging.OriginSightings;
import onair.channel.parts.EncoderTarget;
import onair.channel.parts.EndpointV1Spec;
import onair.channel.parts.PackageV1ChannelSpec;
import onair.channel.parts.PackageV1Parts;
import onair.common.reconcile.ExternalResource;

/**
 * Packaged and served by MediaPackage v1: an endpoint for HLS and one for DASH, each below an
 * address that AWS chooses.
 */
final class PackageV1 implements PackagingLeg {

  /** What all v1 endpoints lie below. */
  static final String ROOT = "/out/v1";

  private final PackageV1Parts parts;
  private final ChannelProperties properties;
  private final OriginSightings sightings;

  PackageV1(PackageV1Parts parts, ChannelProperties properties, OriginSightings sightings) {
    this.parts = parts;
    this.properties = properties;
    this.sightings = sightings;
  }

  @Override
  public List<ExternalResource<?, ?>> edges() {
    return List.of(parts.channels(), parts.hlsEndpoints(), parts.dashEndpoints());
  }

  @Override
  public Packaged assemble(Walk walk, Channel channel, Ladder ladder) {
    var packageChannel = walk.present(parts.channels(), new PackageV1ChannelSpec());
    if (packageChannel == null) {
      return Packaged.NOTHING;
    }
    String id = packageChannel.observed().id();
    var spec =
        new EndpointV1Spec(
            id,
            Duration.ofSeconds(ladder.gopSeconds()),
            properties.manifestWindow(),
            channel.spec().packaging().startOver(properties.manifestWindow()),
            channel.spec().packaging().delay());
    var hls = walk.presentAsAsked(parts.hlsEndpoints(), spec);
    var dash = walk.presentAsAsked(parts.dashEndpoints(), spec);
    var target = new EncoderTarget.PackageV1(id);
    if (hls == null || dash == null) {
      return new Packaged(target, null);
    }
    sightings.packageV1(hls.observed().url().getHost());
    return new Packaged(
        target, new Origin(ROOT, below(hls.observed().url()), below(dash.observed().url())));
  }

  private static String below(URI url) {
    return url.getPath().substring(ROOT.length() + 1);
  }

  @Override
  public boolean unserve(Walk walk) {
    boolean hlsGone = walk.absent(parts.hlsEndpoints());
    return walk.absent(parts.dashEndpoints()) && hlsGone;
  }

  @Override
  public boolean remove(Walk walk) {
    return unserve(walk) && walk.absent(parts.channels());
  }
}
