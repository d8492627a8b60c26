package onair.awslocal.mediapackagev2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    List<ManifestSpec> manifests = new ArrayList<>();
    endpoint
        .hlsManifests()
        .forEach(m -> add(manifests, m.manifestName(), Kind.HLS, m.manifestWindowSeconds()));
    endpoint
        .lowLatencyHlsManifests()
        .forEach(m -> add(manifests, m.manifestName(), Kind.LL_HLS, m.manifestWindowSeconds()));
    endpoint
        .dashManifests()
        .forEach(m -> add(manifests, m.manifestName(), Kind.DASH, m.manifestWindowSeconds()));
    return new Packaged(
        new EndpointSpec(
            endpoint.originEndpointName(),
            Duration.ofSeconds(endpoint.segment().segmentDurationSeconds()),
            Duration.ofSeconds(endpoint.startoverWindowSeconds()),
            manifests));
  }

  private static void add(List<ManifestSpec> manifests, String name, Kind kind, int window) {
    manifests.add(new ManifestSpec(name, kind, Duration.ofSeconds(window)));
  }
}
