package onair.awslocal.mediapackagev2;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.Splice;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediapackagev2.model.AdMarkerHls;
import software.amazon.awssdk.services.mediapackagev2.model.Scte;
import software.amazon.awssdk.services.mediapackagev2.model.ScteDash;
import software.amazon.awssdk.services.mediapackagev2.model.ScteFilter;
import software.amazon.awssdk.services.mediapackagev2.model.ScteHls;

/**
 * What an endpoint's SCTE-35 settings mean for its manifests. Source: MediaPackage v2 user guide,
 * "SCTE-35 message options": without a filter all messages are told of, without a marker setting
 * none.
 */
final class Markers {

  private final Set<Splice.Message> messages;

  Markers(@Nullable Scte settings) {
    List<ScteFilter> filter = settings == null ? List.of() : settings.scteFilter();
    this.messages =
        Arrays.stream(Splice.Message.values())
            .filter(message -> filter.isEmpty() || filter.contains(filter(message)))
            .collect(Collectors.toUnmodifiableSet());
  }

  AdMarkers hls(@Nullable ScteHls settings) {
    return settings == null || settings.adMarkerHls() == null
        ? AdMarkers.NONE
        : new AdMarkers(
            settings.adMarkerHls() == AdMarkerHls.DATERANGE
                ? AdMarkers.Form.DATERANGE
                : AdMarkers.Form.CUE,
            messages);
  }

  AdMarkers dash(@Nullable ScteDash settings) {
    if (settings == null || settings.adMarkerDash() == null) {
      return AdMarkers.NONE;
    }
    return switch (settings.adMarkerDash()) {
      case BINARY -> new AdMarkers(AdMarkers.Form.EVENTS_BINARY, messages);
      case XML -> new AdMarkers(AdMarkers.Form.EVENTS_XML, messages);
      case UNKNOWN_TO_SDK_VERSION -> AdMarkers.NONE;
    };
  }

  private static ScteFilter filter(Splice.Message message) {
    return ScteFilter.fromValue(message.name());
  }
}
