package onair.ads.mediatailor;

import java.net.URI;
import onair.ads.placement.ObservedPlaybackConfiguration;
import onair.ads.placement.PlaybackConfigurationSpec;
import onair.common.reconcile.Found;
import onair.common.reconcile.Identity;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.CdnConfiguration;
import software.amazon.awssdk.services.mediatailor.model.DashConfiguration;
import software.amazon.awssdk.services.mediatailor.model.GetPlaybackConfigurationResponse;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationRequest;
import software.amazon.awssdk.services.mediatailor.model.PutPlaybackConfigurationResponse;

/**
 * Between our specification and MediaTailor's. Content segments are told with the CDN's address, so
 * that only manifests and ad segments pass MediaTailor.
 */
final class TailorShapes {

  private TailorShapes() {}

  static PutPlaybackConfigurationRequest create(Identity identity, PlaybackConfigurationSpec spec) {
    return apply(spec, PutPlaybackConfigurationRequest.builder().tags(identity.tags())).build();
  }

  /** All settings as they are, ours replaced; a put forgets what it is not told. */
  static PutPlaybackConfigurationRequest update(
      GetPlaybackConfigurationResponse now, PlaybackConfigurationSpec spec) {
    var kept =
        PutPlaybackConfigurationRequest.builder()
            .adConditioningConfiguration(now.adConditioningConfiguration())
            .availSuppression(now.availSuppression())
            .bumper(now.bumper())
            .cdnConfiguration(now.cdnConfiguration())
            .configurationAliases(now.hasConfigurationAliases() ? now.configurationAliases() : null)
            .insertionMode(now.insertionMode())
            .livePreRollConfiguration(now.livePreRollConfiguration())
            .manifestProcessingRules(now.manifestProcessingRules())
            .personalizationThresholdSeconds(now.personalizationThresholdSeconds())
            .tags(now.tags())
            .transcodeProfileName(now.transcodeProfileName());
    if (now.dashConfiguration() != null) {
      kept.dashConfiguration(
          dash ->
              dash.mpdLocation(now.dashConfiguration().mpdLocation())
                  .originManifestType(now.dashConfiguration().originManifestType()));
    }
    return apply(spec, kept).build();
  }

  private static PutPlaybackConfigurationRequest.Builder apply(
      PlaybackConfigurationSpec spec, PutPlaybackConfigurationRequest.Builder request) {
    return request
        .name(spec.name())
        .videoContentSourceUrl(spec.contentUrl())
        .adDecisionServerUrl(spec.decisionUrl())
        .slateAdUrl(spec.slateUrl())
        .cdnConfiguration(
            CdnConfiguration.builder().contentSegmentUrlPrefix(spec.contentUrl()).build());
  }

  static Found<ObservedPlaybackConfiguration> found(GetPlaybackConfigurationResponse read) {
    return new Found<>(
        read.name(),
        new ObservedPlaybackConfiguration(
            new PlaybackConfigurationSpec(
                read.name(),
                orEmpty(read.videoContentSourceUrl()),
                orEmpty(read.adDecisionServerUrl()),
                read.slateAdUrl()),
            URI.create(read.hlsConfiguration().manifestEndpointPrefix()),
            dash(read.dashConfiguration())),
        null);
  }

  static Found<ObservedPlaybackConfiguration> found(PutPlaybackConfigurationResponse put) {
    return new Found<>(
        put.name(),
        new ObservedPlaybackConfiguration(
            new PlaybackConfigurationSpec(
                put.name(),
                orEmpty(put.videoContentSourceUrl()),
                orEmpty(put.adDecisionServerUrl()),
                put.slateAdUrl()),
            URI.create(put.hlsConfiguration().manifestEndpointPrefix()),
            dash(put.dashConfiguration())),
        null);
  }

  private static @Nullable URI dash(@Nullable DashConfiguration dash) {
    String prefix = dash == null ? null : dash.manifestEndpointPrefix();
    return prefix == null ? null : URI.create(prefix);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
