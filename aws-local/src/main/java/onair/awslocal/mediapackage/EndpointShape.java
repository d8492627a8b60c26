package onair.awslocal.mediapackage;

import java.time.Instant;
import java.util.List;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackage.model.AdMarkers;
import software.amazon.awssdk.services.mediapackage.model.AdTriggersElement;
import software.amazon.awssdk.services.mediapackage.model.CmafPackage;
import software.amazon.awssdk.services.mediapackage.model.CmafPackageCreateOrUpdateParameters;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.DashPackage;
import software.amazon.awssdk.services.mediapackage.model.HlsManifest;
import software.amazon.awssdk.services.mediapackage.model.HlsManifestCreateOrUpdateParameters;
import software.amazon.awssdk.services.mediapackage.model.HlsPackage;
import software.amazon.awssdk.services.mediapackage.model.OriginEndpoint;
import software.amazon.awssdk.services.mediapackage.model.Origination;

/**
 * An endpoint as MediaPackage answers it: the request with defaults filled in and the address of
 * each manifest. Source of the defaults: MediaPackage user guide, "Creating an endpoint".
 */
final class EndpointShape {

  private static final String MANIFEST = "index";
  private static final int HLS_SEGMENT_SECONDS = 6;
  private static final int DASH_SEGMENT_SECONDS = 2;
  private static final int WINDOW_SECONDS = 60;

  private static final List<AdTriggersElement> AD_TRIGGERS =
      List.of(
          AdTriggersElement.SPLICE_INSERT,
          AdTriggersElement.PROVIDER_ADVERTISEMENT,
          AdTriggersElement.DISTRIBUTOR_ADVERTISEMENT,
          AdTriggersElement.PROVIDER_PLACEMENT_OPPORTUNITY,
          AdTriggersElement.DISTRIBUTOR_PLACEMENT_OPPORTUNITY);

  private final Scope scope;
  private final CreateOriginEndpointRequest request;
  private final Instant createdAt;

  private EndpointShape(Scope scope, CreateOriginEndpointRequest request, Instant createdAt) {
    this.scope = scope;
    this.request = request;
    this.createdAt = createdAt;
  }

  /** The endpoint with everything but its ARN. */
  static OriginEndpoint of(Scope scope, CreateOriginEndpointRequest request, Instant createdAt) {
    return new EndpointShape(scope, request, createdAt).build();
  }

  private OriginEndpoint build() {
    String name = orElse(request.manifestName(), MANIFEST);
    OriginEndpoint.Builder endpoint =
        Shapes.fill(OriginEndpoint.builder(), request)
            .manifestName(name)
            .origination(orElse(request.origination(), Origination.ALLOW))
            .startoverWindowSeconds(orElse(request.startoverWindowSeconds(), 0))
            .timeDelaySeconds(orElse(request.timeDelaySeconds(), 0))
            .whitelist(request.whitelist())
            .createdAt(createdAt.toString());
    String key = Addresses.key(scope, request.id(), createdAt);
    if (request.hlsPackage() != null) {
      endpoint.hlsPackage(hls(request.hlsPackage()));
      endpoint.url(Addresses.manifest(scope, key, name + ".m3u8"));
    }
    if (request.dashPackage() != null) {
      endpoint.dashPackage(dash(request.dashPackage()));
      endpoint.url(Addresses.manifest(scope, key, name + ".mpd"));
    }
    if (request.mssPackage() != null) {
      endpoint.url(Addresses.manifest(scope, key, name + ".ism/Manifest"));
    }
    if (request.cmafPackage() != null) {
      endpoint.cmafPackage(cmaf(request.cmafPackage()));
    }
    return endpoint.build();
  }

  private static HlsPackage hls(HlsPackage given) {
    return given.toBuilder()
        .segmentDurationSeconds(orElse(given.segmentDurationSeconds(), HLS_SEGMENT_SECONDS))
        .playlistWindowSeconds(orElse(given.playlistWindowSeconds(), WINDOW_SECONDS))
        .adMarkers(orElse(given.adMarkers(), AdMarkers.NONE))
        .adTriggers(given.hasAdTriggers() ? given.adTriggers() : AD_TRIGGERS)
        .build();
  }

  private static DashPackage dash(DashPackage given) {
    return given.toBuilder()
        .segmentDurationSeconds(orElse(given.segmentDurationSeconds(), DASH_SEGMENT_SECONDS))
        .manifestWindowSeconds(orElse(given.manifestWindowSeconds(), WINDOW_SECONDS))
        .adTriggers(given.hasAdTriggers() ? given.adTriggers() : AD_TRIGGERS)
        .build();
  }

  private CmafPackage cmaf(CmafPackageCreateOrUpdateParameters given) {
    return Shapes.fill(CmafPackage.builder(), given)
        .segmentDurationSeconds(orElse(given.segmentDurationSeconds(), HLS_SEGMENT_SECONDS))
        .hlsManifests(given.hlsManifests().stream().map(this::manifest).toList())
        .build();
  }

  private HlsManifest manifest(HlsManifestCreateOrUpdateParameters given) {
    String name = orElse(given.manifestName(), MANIFEST);
    String key = Addresses.key(scope, request.id() + "/" + given.id(), createdAt);
    return Shapes.fill(HlsManifest.builder(), given)
        .manifestName(name)
        .url(Addresses.manifest(scope, key, name + ".m3u8"))
        .playlistWindowSeconds(orElse(given.playlistWindowSeconds(), WINDOW_SECONDS))
        .adMarkers(orElse(given.adMarkers(), AdMarkers.NONE))
        .adTriggers(given.hasAdTriggers() ? given.adTriggers() : AD_TRIGGERS)
        .build();
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
