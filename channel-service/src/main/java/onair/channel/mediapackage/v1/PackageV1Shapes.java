package onair.channel.mediapackage.v1;

import java.time.Duration;
import java.util.Objects;
import onair.channel.parts.EndpointV1Spec;
import onair.common.reconcile.Identity;
import software.amazon.awssdk.services.mediapackage.model.AdMarkers;
import software.amazon.awssdk.services.mediapackage.model.AdTriggersElement;
import software.amazon.awssdk.services.mediapackage.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.DashPackage;
import software.amazon.awssdk.services.mediapackage.model.HlsPackage;
import software.amazon.awssdk.services.mediapackage.model.Origination;
import software.amazon.awssdk.services.mediapackage.model.PeriodTriggersElement;
import software.amazon.awssdk.services.mediapackage.model.SegmentTemplateFormat;
import software.amazon.awssdk.services.mediapackage.model.UpdateOriginEndpointRequest;

/** Requests to MediaPackage v1; pure. Source: MediaPackage API reference. */
final class PackageV1Shapes {

  /** Both manifests are called {@code index}: {@code index.m3u8} and {@code index.mpd}. */
  private static final String MANIFEST = "index";

  private static final AdTriggersElement[] AD_TRIGGERS = {
    AdTriggersElement.SPLICE_INSERT,
    AdTriggersElement.PROVIDER_ADVERTISEMENT,
    AdTriggersElement.DISTRIBUTOR_ADVERTISEMENT,
    AdTriggersElement.PROVIDER_PLACEMENT_OPPORTUNITY,
    AdTriggersElement.DISTRIBUTOR_PLACEMENT_OPPORTUNITY
  };

  private PackageV1Shapes() {}

  /** Ids are unique within the account and region, and chosen by us: told from the owner alone. */
  static String channelId(Identity identity) {
    return "onair-%s-%s"
        .formatted(
            Objects.requireNonNull(identity.tags().get(Identity.DEPLOYMENT_TAG)),
            identity.key().owner());
  }

  static CreateChannelRequest createChannel(Identity identity) {
    return CreateChannelRequest.builder().id(channelId(identity)).tags(identity.tags()).build();
  }

  static CreateOriginEndpointRequest createHls(Identity identity, String id, EndpointV1Spec spec) {
    return endpoint(identity, id, spec)
        .hlsPackage(
            HlsPackage.builder()
                .segmentDurationSeconds(seconds(spec.segment()))
                .playlistWindowSeconds(seconds(spec.window()))
                .programDateTimeIntervalSeconds(seconds(spec.segment()))
                .adMarkers(AdMarkers.SCTE35_ENHANCED)
                .adTriggers(AD_TRIGGERS)
                .build())
        .build();
  }

  static CreateOriginEndpointRequest createDash(Identity identity, String id, EndpointV1Spec spec) {
    return endpoint(identity, id, spec)
        .dashPackage(
            DashPackage.builder()
                .segmentDurationSeconds(seconds(spec.segment()))
                .manifestWindowSeconds(seconds(spec.window()))
                .minUpdatePeriodSeconds(seconds(spec.segment()))
                .segmentTemplateFormat(SegmentTemplateFormat.NUMBER_WITH_TIMELINE)
                .periodTriggers(PeriodTriggersElement.ADS)
                .adTriggers(AD_TRIGGERS)
                .build())
        .build();
  }

  /** As it would be made now; its channel is for good. */
  static UpdateOriginEndpointRequest update(CreateOriginEndpointRequest wanted) {
    return UpdateOriginEndpointRequest.builder()
        .id(wanted.id())
        .manifestName(wanted.manifestName())
        .origination(wanted.origination())
        .startoverWindowSeconds(wanted.startoverWindowSeconds())
        .timeDelaySeconds(wanted.timeDelaySeconds())
        .hlsPackage(wanted.hlsPackage())
        .dashPackage(wanted.dashPackage())
        .build();
  }

  private static CreateOriginEndpointRequest.Builder endpoint(
      Identity identity, String id, EndpointV1Spec spec) {
    return CreateOriginEndpointRequest.builder()
        .id(id)
        .channelId(spec.channelId())
        .manifestName(MANIFEST)
        .origination(Origination.ALLOW)
        .startoverWindowSeconds(seconds(spec.startOver()))
        .timeDelaySeconds(seconds(spec.delay()))
        .tags(identity.tags());
  }

  private static int seconds(Duration duration) {
    return Math.toIntExact(duration.toSeconds());
  }
}
