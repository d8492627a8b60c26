package onair.awslocal.mediapackagev2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.ManifestSpec.Kind;
import software.amazon.awssdk.services.mediapackagev2.model.ContainerType;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;

/** What an endpoint means for this machine. */
sealed interface EndpointPlan {

  /** The media plane packages it. */
  record Packaged(EndpointSpec spec) implements EndpointPlan {}

  /** It is kept and answered for, but nothing can be read from it. */
  record StateOnly(String reason) implements EndpointPlan {}

  static EndpointPlan of(GetOriginEndpointResponse endpoint) {
    if (endpoint.containerType() != ContainerType.CMAF) {
      return new StateOnly("Only CMAF containers are packaged here");
    }
    if (endpoint.segment().encryption() != null) {
      return new StateOnly("Encrypted endpoints are not packaged here");
    }
    var markers = new Markers(endpoint.segment().scte());
    List<ManifestSpec> manifests = new ArrayList<>();
    for (var hls : endpoint.hlsManifests()) {
      add(
          manifests,
          hls.manifestName(),
          Kind.HLS,
          hls.manifestWindowSeconds(),
          markers.hls(hls.scteHls()));
    }
    for (var hls : endpoint.lowLatencyHlsManifests()) {
      add(
          manifests,
          hls.manifestName(),
          Kind.LL_HLS,
          hls.manifestWindowSeconds(),
          markers.hls(hls.scteHls()));
    }
    for (var dash : endpoint.dashManifests()) {
      add(
          manifests,
          dash.manifestName(),
          Kind.DASH,
          dash.manifestWindowSeconds(),
          markers.dash(dash.scteDash()));
    }
    return new Packaged(
        new EndpointSpec(
            endpoint.originEndpointName(),
            Duration.ofSeconds(endpoint.segment().segmentDurationSeconds()),
            Duration.ofSeconds(endpoint.startoverWindowSeconds()),
            manifests));
  }

  private static void add(
      List<ManifestSpec> manifests, String name, Kind kind, int window, AdMarkers markers) {
    manifests.add(new ManifestSpec(name, kind, Duration.ofSeconds(window), markers));
  }
}
