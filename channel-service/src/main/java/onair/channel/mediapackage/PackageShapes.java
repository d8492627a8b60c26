package onair.channel.mediapackage;

import java.time.Duration;
import java.util.List;
import onair.channel.parts.EncryptionSpec;
import onair.channel.parts.EndpointId;
import onair.channel.parts.EndpointSpec;
import onair.channel.parts.PackageChannelId;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.AdMarkerDash;
import software.amazon.awssdk.services.mediapackagev2.model.AdMarkerHls;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelGroupRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackagev2.model.CreateDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.DashPeriodTrigger;
import software.amazon.awssdk.services.mediapackagev2.model.DashSegmentTemplateFormat;
import software.amazon.awssdk.services.mediapackagev2.model.FilterConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.InputType;
import software.amazon.awssdk.services.mediapackagev2.model.Scte;
import software.amazon.awssdk.services.mediapackagev2.model.ScteDash;
import software.amazon.awssdk.services.mediapackagev2.model.ScteFilter;
import software.amazon.awssdk.services.mediapackagev2.model.ScteHls;
import software.amazon.awssdk.services.mediapackagev2.model.Segment;
import software.amazon.awssdk.services.mediapackagev2.model.UpdateOriginEndpointRequest;

/** Requests to MediaPackage v2; pure. Source: MediaPackage v2 Live API reference. */
final class PackageShapes {

  /** Both manifests are called {@code index}: {@code index.m3u8} and {@code index.mpd}. */
  static final String MANIFEST = "index";

  /** Manifests of HLS cannot share a name: {@code low.m3u8}. */
  static final String LOW_LATENCY_MANIFEST = "low";

  /** Least AWS takes as start-over window; less is rounded up to it. */
  private static final Duration LEAST_START_OVER = Duration.ofSeconds(60);

  private static final ScteFilter[] AD_MARKERS = {
    ScteFilter.SPLICE_INSERT,
    ScteFilter.PROVIDER_ADVERTISEMENT,
    ScteFilter.PROVIDER_PLACEMENT_OPPORTUNITY,
    ScteFilter.DISTRIBUTOR_ADVERTISEMENT,
    ScteFilter.DISTRIBUTOR_PLACEMENT_OPPORTUNITY
  };

  private PackageShapes() {}

  static CreateChannelGroupRequest createGroup(Identity identity, String name) {
    return CreateChannelGroupRequest.builder()
        .channelGroupName(name)
        .clientToken(identity.token())
        .tags(identity.tags())
        .build();
  }

  /** CMAF ingest: one set of segments serves HLS and DASH. */
  static CreateChannelRequest createChannel(Identity identity, PackageChannelId id) {
    return CreateChannelRequest.builder()
        .channelGroupName(id.group())
        .channelName(id.channel())
        .inputType(InputType.CMAF)
        .clientToken(identity.token())
        .tags(identity.tags())
        .build();
  }

  /**
   * @param keyRoleArn role MediaPackage asks key servers under
   */
  static CreateOriginEndpointRequest createEndpoint(
      Identity identity, EndpointSpec spec, String keyRoleArn) {
    EndpointId id = PackageNames.endpoint(spec.channel());
    CreateOriginEndpointRequest.Builder request =
        CreateOriginEndpointRequest.builder()
            .channelGroupName(id.channel().group())
            .channelName(id.channel().channel())
            .originEndpointName(id.endpoint())
            .containerType(container(spec.encryption()))
            .clientToken(identity.token())
            .tags(identity.tags())
            .startoverWindowSeconds(startOverSeconds(spec.startOver()))
            .segment(segment(spec, keyRoleArn))
            .hlsManifests(hls(spec))
            .dashManifests(spec.withDash() ? List.of(dash(spec)) : List.of());
    if (spec.lowLatency()) {
      request.lowLatencyHlsManifests(lowLatencyHls(spec));
    }
    return request.build();
  }

  /** Whole segments are encrypted only where they are transport streams. */
  private static ContainerType container(@Nullable EncryptionSpec encryption) {
    return encryption != null && encryption.scheme() == EncryptionSpec.Scheme.AES_128
        ? ContainerType.TS
        : ContainerType.CMAF;
  }

  /** As it would be made now. */
  static UpdateOriginEndpointRequest updateEndpoint(
      Identity identity, EndpointSpec spec, String keyRoleArn) {
    CreateOriginEndpointRequest wanted = createEndpoint(identity, spec, keyRoleArn);
    return UpdateOriginEndpointRequest.builder()
        .channelGroupName(wanted.channelGroupName())
        .channelName(wanted.channelName())
        .originEndpointName(wanted.originEndpointName())
        .containerType(wanted.containerType())
        .startoverWindowSeconds(wanted.startoverWindowSeconds())
        .segment(wanted.segment())
        .hlsManifests(wanted.hlsManifests())
        .lowLatencyHlsManifests(wanted.lowLatencyHlsManifests())
        .dashManifests(wanted.dashManifests())
        .build();
  }

  /** None at all for 0, else at least what AWS takes. */
  static @Nullable Integer startOverSeconds(Duration wanted) {
    if (wanted.isZero()) {
      return null;
    }
    return Math.toIntExact(
        (wanted.compareTo(LEAST_START_OVER) < 0 ? LEAST_START_OVER : wanted).toSeconds());
  }

  private static Segment segment(EndpointSpec spec, String keyRoleArn) {
    EncryptionSpec encryption = spec.encryption();
    return Segment.builder()
        .encryption(encryption == null ? null : EncryptionShapes.encryption(encryption, keyRoleArn))
        .segmentDurationSeconds(seconds(spec.segment()))
        .segmentName("segment")
        .scte(Scte.builder().scteFilter(AD_MARKERS).build())
        .build();
  }

  private static CreateHlsManifestConfiguration hls(EndpointSpec spec) {
    return CreateHlsManifestConfiguration.builder()
        .manifestName(MANIFEST)
        .manifestWindowSeconds(seconds(spec.window()))
        .programDateTimeIntervalSeconds(seconds(spec.segment()))
        .scteHls(ScteHls.builder().adMarkerHls(AdMarkerHls.SCTE35_ENHANCED).build())
        .filterConfiguration(filter(spec))
        .build();
  }

  private static CreateLowLatencyHlsManifestConfiguration lowLatencyHls(EndpointSpec spec) {
    return CreateLowLatencyHlsManifestConfiguration.builder()
        .manifestName(LOW_LATENCY_MANIFEST)
        .manifestWindowSeconds(seconds(spec.window()))
        .programDateTimeIntervalSeconds(seconds(spec.segment()))
        .scteHls(ScteHls.builder().adMarkerHls(AdMarkerHls.SCTE35_ENHANCED).build())
        .build();
  }

  private static CreateDashManifestConfiguration dash(EndpointSpec spec) {
    return CreateDashManifestConfiguration.builder()
        .manifestName(MANIFEST)
        .manifestWindowSeconds(seconds(spec.window()))
        .minUpdatePeriodSeconds(seconds(spec.segment()))
        .segmentTemplateFormat(DashSegmentTemplateFormat.NUMBER_WITH_TIMELINE)
        .periodTriggers(
            DashPeriodTrigger.AVAILS,
            DashPeriodTrigger.DRM_KEY_ROTATION,
            DashPeriodTrigger.SOURCE_CHANGES,
            DashPeriodTrigger.SOURCE_DISRUPTIONS)
        .scteDash(ScteDash.builder().adMarkerDash(AdMarkerDash.XML).build())
        .filterConfiguration(filter(spec))
        .build();
  }

  private static @Nullable FilterConfiguration filter(EndpointSpec spec) {
    return spec.delay().isZero()
        ? null
        : FilterConfiguration.builder().timeDelaySeconds(seconds(spec.delay())).build();
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }
}
