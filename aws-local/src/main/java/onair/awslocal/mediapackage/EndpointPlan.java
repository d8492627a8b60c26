package onair.awslocal.mediapackage;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.ManifestSpec.Kind;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackage.model.AdTriggersElement;
import software.amazon.awssdk.services.mediapackage.model.CmafEncryption;
import software.amazon.awssdk.services.mediapackage.model.CmafPackage;
import software.amazon.awssdk.services.mediapackage.model.DashEncryption;
import software.amazon.awssdk.services.mediapackage.model.DashPackage;
import software.amazon.awssdk.services.mediapackage.model.EncryptionMethod;
import software.amazon.awssdk.services.mediapackage.model.HlsEncryption;
import software.amazon.awssdk.services.mediapackage.model.HlsPackage;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;
import software.amazon.awssdk.services.mediapackage.model.PeriodTriggersElement;

/** What an endpoint means for this machine. */
sealed interface EndpointPlan {

  /**
   * The media plane packages it.
   *
   * @param specs one per manifest, named by the key in its address
   */
  record Packaged(List<EndpointSpec> specs) implements EndpointPlan {}

  /** It is kept and answered for, but nothing can be read from it. */
  record StateOnly(String reason) implements EndpointPlan {}

  static EndpointPlan of(EndpointRow row) {
    OriginEndpoint endpoint = row.resource();
    HlsPackage hls = endpoint.hlsPackage();
    DashPackage dash = endpoint.dashPackage();
    CmafPackage cmaf = endpoint.cmafPackage();
    if (hls != null && isPackaged(hls.encryption())) {
      AdMarkers markers = markers(hls.adMarkers(), hls.adTriggers());
      ManifestSpec manifest =
          manifest(
              endpoint, endpoint.manifestName(), Kind.HLS, hls.playlistWindowSeconds(), markers);
      return packaged(row, hls.segmentDurationSeconds(), manifest);
    }
    if (dash != null && isPackaged(dash.encryption())) {
      ManifestSpec manifest =
          manifest(
              endpoint,
              endpoint.manifestName(),
              Kind.DASH,
              dash.manifestWindowSeconds(),
              markers(dash));
      return packaged(row, dash.segmentDurationSeconds(), manifest);
    }
    if (cmaf != null && isPackaged(cmaf.encryption())) {
      return new Packaged(
          cmaf.hlsManifests().stream()
              .map(
                  m ->
                      spec(
                          row,
                          row.id() + "/" + m.id(),
                          cmaf.segmentDurationSeconds(),
                          manifest(
                              endpoint,
                              m.manifestName(),
                              Kind.HLS,
                              m.playlistWindowSeconds(),
                              markers(m.adMarkers(), m.adTriggers()))))
              .toList());
    }
    return new StateOnly("Neither MSS, nor SAMPLE_AES, nor keys that rotate are made here");
  }

  private static EndpointPlan packaged(EndpointRow row, int segment, ManifestSpec manifest) {
    return new Packaged(List.of(spec(row, row.id(), segment, manifest)));
  }

  private static EndpointSpec spec(
      EndpointRow row, String what, int segment, ManifestSpec manifest) {
    return new EndpointSpec(
        Addresses.key(row.scope(), what, row.createdAt()),
        Duration.ofSeconds(segment),
        Duration.ofSeconds(row.resource().startoverWindowSeconds()),
        List.of(manifest),
        isEncrypted(row.resource()));
  }

  static boolean isEncrypted(OriginEndpoint endpoint) {
    return endpoint.hlsPackage() != null && endpoint.hlsPackage().encryption() != null
        || endpoint.dashPackage() != null && endpoint.dashPackage().encryption() != null
        || endpoint.cmafPackage() != null && endpoint.cmafPackage().encryption() != null;
  }

  private static boolean isPackaged(@Nullable HlsEncryption encryption) {
    return encryption == null
        || encryption.encryptionMethod() == EncryptionMethod.AES_128
            && isFixed(encryption.keyRotationIntervalSeconds());
  }

  private static boolean isPackaged(@Nullable DashEncryption encryption) {
    return encryption == null || isFixed(encryption.keyRotationIntervalSeconds());
  }

  private static boolean isPackaged(@Nullable CmafEncryption encryption) {
    return encryption == null || isFixed(encryption.keyRotationIntervalSeconds());
  }

  private static boolean isFixed(@Nullable Integer rotation) {
    return rotation == null || rotation == 0;
  }

  private static ManifestSpec manifest(
      OriginEndpoint endpoint, String name, Kind kind, int window, AdMarkers markers) {
    Integer delay = endpoint.timeDelaySeconds();
    return new ManifestSpec(
        name,
        kind,
        Duration.ofSeconds(window),
        markers,
        Duration.ofSeconds(delay == null ? 0 : delay));
  }

  /** What MediaLive sends along already are cues, so passing them through is writing cues. */
  private static AdMarkers markers(
      software.amazon.awssdk.services.mediapackage.model.@Nullable AdMarkers form,
      List<AdTriggersElement> triggers) {
    return switch (form) {
      case SCTE35_ENHANCED, PASSTHROUGH -> new AdMarkers(AdMarkers.Form.CUE, messages(triggers));
      case DATERANGE -> new AdMarkers(AdMarkers.Form.DATERANGE, messages(triggers));
      case null, default -> AdMarkers.NONE;
    };
  }

  private static AdMarkers markers(DashPackage dash) {
    return dash.periodTriggers().contains(PeriodTriggersElement.ADS)
        ? new AdMarkers(AdMarkers.Form.EVENTS_XML, messages(dash.adTriggers()))
        : AdMarkers.NONE;
  }

  private static Set<Splice.Message> messages(List<AdTriggersElement> triggers) {
    return Arrays.stream(Splice.Message.values())
        .filter(message -> triggers.contains(AdTriggersElement.fromValue(message.name())))
        .collect(Collectors.toUnmodifiableSet());
  }
}
