package onair.awslocal.medialive;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.medialive.model.Output;
import software.amazon.awssdk.services.medialive.model.OutputDestination;
import software.amazon.awssdk.services.medialive.model.OutputDestinationSettings;
import software.amazon.awssdk.services.medialive.model.OutputLocationRef;

/** The part of {@link EncoderRules} about places that outputs are pushed to. */
final class PushRules {

  private static final Pattern RTMP = Pattern.compile("rtmps?://[^/]+/.+");
  private static final Pattern SRT = Pattern.compile("srt://[^/:]+:\\d{1,5}");
  private static final Pattern UDP = Pattern.compile("(udp|rtp)://[^/:]+:\\d{1,5}");

  private final Map<String, OutputDestination> destinations;
  private final Findings findings;

  PushRules(Map<String, OutputDestination> destinations, Findings findings) {
    this.destinations = destinations;
    this.findings = findings;
  }

  void check(Output output, String path) {
    var settings = output.outputSettings();
    if (settings == null) {
      return;
    }
    if (settings.rtmpOutputSettings() != null) {
      for (var place : places(settings.rtmpOutputSettings().destination())) {
        require(RTMP, place.url(), path, "rtmp:// or rtmps:// and an application");
        findings.require(
            ChannelRules.given(place.streamName()),
            path,
            "An RTMP destination needs a stream name");
      }
      findings.require(
          output.audioDescriptionNames().size() <= 1,
          path,
          "An RTMP output takes one audio at most");
    }
    if (settings.udpOutputSettings() != null) {
      places(settings.udpOutputSettings().destination())
          .forEach(place -> require(UDP, place.url(), path, "udp:// or rtp:// and a port"));
    }
    if (settings.srtOutputSettings() != null) {
      OutputDestination to = named(settings.srtOutputSettings().destination());
      if (to != null) {
        to.srtSettings().forEach(place -> require(SRT, place.url(), path, "srt:// and a port"));
        findings.require(
            !to.srtSettings().isEmpty(), path, "An SRT output needs a destination of SRT settings");
      }
    }
  }

  private void require(Pattern form, @Nullable String url, String path, String words) {
    findings.require(
        url != null && form.matcher(url).matches(), path, "The destination's url needs " + words);
  }

  private List<OutputDestinationSettings> places(OutputLocationRef ref) {
    OutputDestination to = named(ref);
    return to == null ? List.of() : to.settings();
  }

  /** One that is missing is told elsewhere. */
  private @Nullable OutputDestination named(OutputLocationRef ref) {
    return destinations.get(String.valueOf(ref.destinationRefId()));
  }
}
