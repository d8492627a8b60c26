package onair.awslocal.mediapackagev2;

import java.util.function.Function;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.CreateDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateMssManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackagev2.model.GetDashManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetLowLatencyHlsManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetMssManifestConfiguration;
import software.amazon.awssdk.services.mediapackagev2.model.GetOriginEndpointResponse;
import software.amazon.awssdk.services.mediapackagev2.model.Segment;

/**
 * An endpoint as MediaPackage answers it: the request with defaults filled in and the address of
 * each manifest. Source of the defaults: MediaPackage v2 user guide, "Origin endpoint settings".
 */
final class EndpointShape {

  private static final int SEGMENT_SECONDS = 6;
  private static final int STARTOVER_SECONDS = 900;
  private static final int WINDOW_SECONDS = 60;

  private final Function<String, String> address;

  private EndpointShape(Function<String, String> address) {
    this.address = address;
  }

  /** The endpoint without ARN, times and entity tag. */
  static GetOriginEndpointResponse of(CreateOriginEndpointRequest request, String egressDomain) {
    String path =
        request.channelGroupName()
            + "/"
            + request.channelName()
            + "/"
            + request.originEndpointName();
    var shape = new EndpointShape(file -> Addresses.manifest(egressDomain, path, file));
    GetOriginEndpointResponse.Builder answer =
        Shapes.fill(GetOriginEndpointResponse.builder(), request)
            .segment(segment(request.segment()))
            .startoverWindowSeconds(orElse(request.startoverWindowSeconds(), STARTOVER_SECONDS));
    if (request.hasHlsManifests()) {
      answer.hlsManifests(request.hlsManifests().stream().map(shape::hls).toList());
    }
    if (request.hasLowLatencyHlsManifests()) {
      answer.lowLatencyHlsManifests(
          request.lowLatencyHlsManifests().stream().map(shape::lowLatencyHls).toList());
    }
    if (request.hasDashManifests()) {
      answer.dashManifests(request.dashManifests().stream().map(shape::dash).toList());
    }
    if (request.hasMssManifests()) {
      answer.mssManifests(request.mssManifests().stream().map(shape::mss).toList());
    }
    return answer.build();
  }

  private static Segment segment(@Nullable Segment given) {
    Segment segment = given == null ? Segment.builder().build() : given;
    return segment.toBuilder()
        .segmentDurationSeconds(orElse(segment.segmentDurationSeconds(), SEGMENT_SECONDS))
        .segmentName(segment.segmentName() == null ? "segment" : segment.segmentName())
        .build();
  }

  private GetHlsManifestConfiguration hls(CreateHlsManifestConfiguration given) {
    return Shapes.fill(GetHlsManifestConfiguration.builder(), given)
        .url(address.apply(given.manifestName() + ".m3u8"))
        .childManifestName(child(given.childManifestName(), given.manifestName()))
        .manifestWindowSeconds(orElse(given.manifestWindowSeconds(), WINDOW_SECONDS))
        .build();
  }

  private GetLowLatencyHlsManifestConfiguration lowLatencyHls(
      CreateLowLatencyHlsManifestConfiguration given) {
    return Shapes.fill(GetLowLatencyHlsManifestConfiguration.builder(), given)
        .url(address.apply(given.manifestName() + ".m3u8"))
        .childManifestName(child(given.childManifestName(), given.manifestName()))
        .manifestWindowSeconds(orElse(given.manifestWindowSeconds(), WINDOW_SECONDS))
        .build();
  }

  private GetDashManifestConfiguration dash(CreateDashManifestConfiguration given) {
    return Shapes.fill(GetDashManifestConfiguration.builder(), given)
        .url(address.apply(given.manifestName() + ".mpd"))
        .manifestWindowSeconds(orElse(given.manifestWindowSeconds(), WINDOW_SECONDS))
        .build();
  }

  private GetMssManifestConfiguration mss(CreateMssManifestConfiguration given) {
    return Shapes.fill(GetMssManifestConfiguration.builder(), given)
        .url(address.apply(given.manifestName() + ".ism/Manifest"))
        .manifestWindowSeconds(orElse(given.manifestWindowSeconds(), WINDOW_SECONDS))
        .build();
  }

  private static String child(@Nullable String given, String manifest) {
    return given == null ? manifest + "_1" : given;
  }

  private static int orElse(@Nullable Integer value, int otherwise) {
    return value == null ? otherwise : value;
  }
}
