package onair.channel.live;

import java.util.List;
import java.util.stream.Stream;
import onair.channel.packaging.OriginSightings;
import onair.channel.packaging.PackagingGroup;
import onair.channel.parts.EncoderTarget.Store;
import onair.channel.parts.Parts;
import onair.common.reconcile.ExternalResource;

/** The ways in and the ways out there are, and which of them a channel takes. */
final class Legs {

  private final IngestLeg rtmp;
  private final IngestLeg rtmpWithBackup;
  private final IngestLeg srt;
  private final IngestLeg srtCaller;
  private final IngestLeg url;
  private final PackagingLeg packageV2;
  private final PackagingLeg packageV1;
  private final PackagingLeg bucket;
  private final PackagingLeg container;
  private final Parts parts;

  Legs(Parts parts, PackagingGroup group, OriginSightings sightings, ChannelProperties properties) {
    this.parts = parts;
    this.rtmp = new RtmpIngest(parts, properties, false);
    this.rtmpWithBackup = new RtmpIngest(parts, properties, true);
    this.srt = new SrtIngest(parts, properties);
    this.srtCaller = new SrtCallerIngest(parts, properties);
    this.url = new UrlIngest(parts, properties);
    this.packageV2 = new PackageV2(parts.packaging(), group, properties);
    this.packageV1 = new PackageV1(parts.packagingV1(), properties, sightings);
    this.bucket = new Stored(Store.S3, parts.bucketFolders(), properties);
    this.container = new Stored(Store.MEDIASTORE, parts.containerFolders(), properties);
  }

  IngestLeg ingest(ChannelSpec spec) {
    return switch (spec.ingest().protocol()) {
      case IngestSpec.SRT -> srt;
      case IngestSpec.SRT_CALLER -> srtCaller;
      case IngestSpec.RTMP -> spec.ingest().backup() ? rtmpWithBackup : rtmp;
      default -> url;
    };
  }

  PackagingLeg packaging(ChannelSpec spec) {
    return switch (spec.packaging().origin()) {
      case PackagingSpec.S3 -> bucket;
      case PackagingSpec.MEDIASTORE -> container;
      default -> spec.packaging().byV1() ? packageV1 : packageV2;
    };
  }

  /** Of any channel, whatever it was before. */
  List<PackagingLeg> packagings() {
    return List.of(packageV2, packageV1, bucket, container);
  }

  /** What any channel may have, whatever it was before. */
  List<ExternalResource<?, ?>> all() {
    return Stream.of(
            packagings().stream().flatMap(leg -> leg.edges().stream()),
            rtmpWithBackup.edges().stream(),
            srt.edges().stream(),
            srtCaller.edges().stream(),
            url.edges().stream(),
            Stream.<ExternalResource<?, ?>>of(parts.encoders()))
        .flatMap(edges -> edges)
        .toList();
  }

  /** Kinds of such a channel's resources, in the order in which they are created. */
  List<String> kinds(ChannelSpec spec) {
    return Stream.of(
            packaging(spec).edges(),
            ingest(spec).edges(),
            List.<ExternalResource<?, ?>>of(parts.encoders()))
        .flatMap(List::stream)
        .map(ExternalResource::kind)
        .toList();
  }
}
