package onair.awslocal.mediapackage;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackage.model.AdMarkers;
import software.amazon.awssdk.services.mediapackage.model.CreateOriginEndpointRequest;
import software.amazon.awssdk.services.mediapackage.model.HlsManifestCreateOrUpdateParameters;

/**
 * The rules of an endpoint that no single member can be checked for; the first one broken is told
 * with 422. Source: MediaPackage API reference and user guide, "Working with endpoints". CDN
 * authorization and allow lists are refused, because nothing here would enforce them.
 */
final class EndpointRules {

  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9_-]{1,256}");
  private static final int LONGEST_STARTOVER = 1_209_600;

  private EndpointRules() {}

  static void id(String id) {
    refuse(!ID.matcher(id).matches(), "Id must be 1 to 256 letters, digits, _ and -");
  }

  static void check(CreateOriginEndpointRequest endpoint) {
    id(endpoint.id());
    long packages =
        Stream.of(
                endpoint.hlsPackage(),
                endpoint.dashPackage(),
                endpoint.cmafPackage(),
                endpoint.mssPackage())
            .filter(Objects::nonNull)
            .count();
    refuse(packages != 1, "Exactly one package is required");
    manifestName(endpoint.manifestName());
    int startover = orZero(endpoint.startoverWindowSeconds());
    refuse(
        startover < 0 || startover > LONGEST_STARTOVER,
        "StartoverWindowSeconds must be between 0 and " + LONGEST_STARTOVER);
    int delay = orZero(endpoint.timeDelaySeconds());
    refuse(delay < 0, "TimeDelaySeconds must not be negative");
    refuse(
        startover > 0 && delay >= startover,
        "TimeDelaySeconds must be less than StartoverWindowSeconds");
    refuse(endpoint.authorization() != null, "CDN authorization does not work on this machine");
    refuse(!endpoint.whitelist().isEmpty(), "Allow lists do not work on this machine");
    packages(endpoint);
  }

  private static void packages(CreateOriginEndpointRequest endpoint) {
    var hls = endpoint.hlsPackage();
    if (hls != null) {
      seconds(hls.segmentDurationSeconds(), "SegmentDurationSeconds");
      seconds(hls.playlistWindowSeconds(), "PlaylistWindowSeconds");
      dateRange(hls.adMarkers(), hls.programDateTimeIntervalSeconds());
    }
    var dash = endpoint.dashPackage();
    if (dash != null) {
      seconds(dash.segmentDurationSeconds(), "SegmentDurationSeconds");
      seconds(dash.manifestWindowSeconds(), "ManifestWindowSeconds");
    }
    var cmaf = endpoint.cmafPackage();
    if (cmaf != null) {
      seconds(cmaf.segmentDurationSeconds(), "SegmentDurationSeconds");
      refuse(cmaf.hlsManifests().isEmpty(), "A CMAF package needs at least one HLS manifest");
      Set<String> ids = new HashSet<>();
      for (HlsManifestCreateOrUpdateParameters manifest : cmaf.hlsManifests()) {
        id(manifest.id());
        refuse(!ids.add(manifest.id()), "Two HLS manifests have the id " + manifest.id());
        manifestName(manifest.manifestName());
        seconds(manifest.playlistWindowSeconds(), "PlaylistWindowSeconds");
        dateRange(manifest.adMarkers(), manifest.programDateTimeIntervalSeconds());
      }
    }
  }

  private static void manifestName(@Nullable String name) {
    refuse(
        name != null && !ID.matcher(name).matches(),
        "ManifestName must be 1 to 256 letters, digits, _ and -");
  }

  private static void seconds(@Nullable Integer seconds, String member) {
    refuse(seconds != null && seconds < 1, member + " must be at least 1");
  }

  private static void dateRange(@Nullable AdMarkers markers, @Nullable Integer interval) {
    refuse(
        markers == AdMarkers.DATERANGE && orZero(interval) == 0,
        "AdMarkers DATERANGE needs ProgramDateTimeIntervalSeconds of at least 1");
  }

  private static int orZero(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  private static void refuse(boolean broken, String message) {
    if (broken) {
      throw Refusals.unprocessable(message);
    }
  }
}
