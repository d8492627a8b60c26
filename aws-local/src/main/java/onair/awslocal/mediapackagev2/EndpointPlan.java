package onair.awslocal.mediapackagev2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.ManifestSpec.Kind;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.Encryption;
import software.amazon.awssdk.services.mediapackagev2.model.FilterConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.TsEncryptionMethod;

/**
 * What an endpoint means for this machine. The segments of TS containers are fragmented MP4 here,
 * too.
 */
sealed interface EndpointPlan {

  /** The media plane packages it. */
  record Packaged(EndpointSpec spec) implements EndpointPlan {}

  /** It is kept and answered for, but nothing can be read from it. */
  record StateOnly(String reason) implements EndpointPlan {}

  static EndpointPlan of(GetOriginEndpointResponse endpoint) {
    if (endpoint.containerType() == ContainerType.ISM) {
      return new StateOnly("ISM containers are not packaged here");
    }
    Encryption encryption = endpoint.segment().encryption();
    if (encryption != null && encryption.keyRotationIntervalSeconds() != null) {
      return new StateOnly("Endpoints whose keys rotate are not packaged here");
    }
    if (encryption != null
        && encryption.encryptionMethod().tsEncryptionMethod() == TsEncryptionMethod.SAMPLE_AES) {
      return new StateOnly("SAMPLE_AES is not made here");
    }
    var markers = new Markers(endpoint.segment().scte());
    List<ManifestSpec> manifests = new ArrayList<>();
    for (var hls : endpoint.hlsManifests()) {
      add(
          manifests,
          hls.manifestName(),
          Kind.HLS,
          hls.manifestWindowSeconds(),
          markers.hls(hls.scteHls()),
          hls.filterConfiguration());
    }
    for (var hls : endpoint.lowLatencyHlsManifests()) {
      add(
          manifests,
          hls.manifestName(),
          Kind.LL_HLS,
          hls.manifestWindowSeconds(),
          markers.hls(hls.scteHls()),
          hls.filterConfiguration());
    }
    for (var dash : endpoint.dashManifests()) {
      add(
          manifests,
          dash.manifestName(),
          Kind.DASH,
          dash.manifestWindowSeconds(),
          markers.dash(dash.scteDash()),
          dash.filterConfiguration());
    }
    return new Packaged(
        new EndpointSpec(
            endpoint.originEndpointName(),
            Duration.ofSeconds(endpoint.segment().segmentDurationSeconds()),
            Duration.ofSeconds(endpoint.startoverWindowSeconds()),
            manifests,
            encryption != null));
  }

  private static void add(
      List<ManifestSpec> manifests,
      String name,
      Kind kind,
      int window,
      AdMarkers markers,
      @Nullable FilterConfiguration filter) {
    Integer delay = filter == null ? null : filter.timeDelaySeconds();
    manifests.add(
        new ManifestSpec(
            name,
            kind,
            Duration.ofSeconds(window),
            markers,
            Duration.ofSeconds(delay == null ? 0 : delay)));
  }
}
