package onair.awslocal.media.packager;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.origin.OriginResponse;

/** The manifests of one endpoint at one moment. */
final class Manifests {

  static final String HLS = "application/vnd.apple.mpegurl";
  static final String DASH = "application/dash+xml";

  private final EndpointView endpoint;
  private final StartTime start;
  private final Instant now;

  Manifests(EndpointView endpoint, StartTime start, Instant now) {
    this.endpoint = endpoint;
    this.start = start;
    this.now = now;
  }

  /** Empty when no manifest has this name, or there is nothing to play yet. */
  Optional<OriginResponse> named(String file) {
    return endpoint.spec().manifests().stream()
        .flatMap(manifest -> answer(manifest, file).stream())
        .findFirst();
  }

  private Optional<OriginResponse> answer(ManifestSpec manifest, String file) {
    List<Segment> listed = listed(manifest);
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    Window window = new Window(listed, endpoint.target());
    return switch (manifest.kind()) {
      case HLS -> hls(manifest, file, window).map(text -> response(HLS, text));
      case DASH -> dash(manifest, file, window).map(text -> response(DASH, text));
      case LL_HLS -> Optional.empty(); // refused when the endpoint was put
    };
  }

  private List<Segment> listed(ManifestSpec manifest) {
    List<Segment> all = endpoint.segments();
    Instant moment = start.moment();
    if (moment == null || all.isEmpty()) {
      return Window.newest(all, manifest.window());
    }
    Instant earliest = all.getLast().ends().minus(endpoint.spec().startOver());
    return Window.since(all, moment.isAfter(earliest) ? moment : earliest);
  }

  private Optional<String> hls(ManifestSpec manifest, String file, Window window) {
    String name = manifest.name();
    if (file.equals(name + ".m3u8")) {
      return Optional.of(MultivariantPlaylist.write(window, name, start.query()));
    }
    return window.lastRun().renditions().stream()
        .map(Rendition::name)
        .filter(rendition -> file.equals(FileNames.playlist(name, rendition)))
        .map(rendition -> MediaPlaylist.write(window, rendition, manifest.markers()))
        .findFirst();
  }

  private Optional<String> dash(ManifestSpec manifest, String file, Window window) {
    if (!file.equals(manifest.name() + ".mpd")) {
      return Optional.empty();
    }
    Duration depth = start.moment() == null ? manifest.window() : window.span();
    return Optional.of(DashManifest.write(window, manifest.markers(), depth, now));
  }

  /** Fresh enough when no older than half a segment. */
  private OriginResponse response(String contentType, String text) {
    Duration maxAge = endpoint.spec().segment().dividedBy(2);
    return new OriginResponse(200, contentType, maxAge, text.getBytes(StandardCharsets.UTF_8));
  }
}
