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
      case LL_HLS -> lowLatency(manifest, file, window).map(text -> response(HLS, text));
    };
  }

  private List<Segment> listed(ManifestSpec manifest) {
    List<Segment> all = visible(manifest);
    Instant end = start.end();
    Duration asked = start.window();
    Duration window =
        asked != null && asked.compareTo(manifest.window()) < 0 ? asked : manifest.window();
    Instant moment = start.moment();
    if (moment == null && end != null) {
      moment = end.minus(window);
    }
    if (moment == null || all.isEmpty()) {
      return Window.newest(all, window);
    }
    List<Segment> whole = endpoint.segments();
    Instant earliest = whole.getLast().ends().minus(endpoint.spec().startOver());
    return Window.since(all, moment.isAfter(earliest) ? moment : earliest);
  }

  /** Those that are old enough, up to the end that is asked for. */
  private List<Segment> visible(ManifestSpec manifest) {
    Duration delay =
        start.delay().compareTo(manifest.delay()) > 0 ? start.delay() : manifest.delay();
    Instant end = start.end();
    if (delay.isZero() && end == null) {
      return endpoint.segments();
    }
    Instant latest = delay.isZero() ? Instant.MAX : now.minus(delay);
    return endpoint.segments().stream()
        .filter(segment -> !segment.ends().isAfter(latest))
        .filter(segment -> end == null || segment.begins().isBefore(end))
        .toList();
  }

  /** Whether all that was asked for is there, so that nothing more comes. */
  private boolean isComplete() {
    Instant end = start.end();
    return end != null
        && !endpoint.segments().isEmpty()
        && !endpoint.segments().getLast().ends().isBefore(end);
  }

  private Optional<String> hls(ManifestSpec manifest, String file, Window window) {
    String name = manifest.name();
    if (file.equals(name + ".m3u8")) {
      return Optional.of(MultivariantPlaylist.write(window, name, start.query(), endpoint.seal()));
    }
    return window.lastRun().renditions().stream()
        .map(Rendition::name)
        .filter(rendition -> file.equals(FileNames.playlist(name, rendition)))
        .map(
            rendition ->
                isComplete()
                    ? MediaPlaylist.complete(window, rendition, manifest.markers(), endpoint.seal())
                    : MediaPlaylist.write(window, rendition, manifest.markers(), endpoint.seal()))
        .findFirst();
  }

  /** What lies in the past has no parts any more. */
  private Optional<String> lowLatency(ManifestSpec manifest, String file, Window window) {
    if (!Hold.isLive(manifest, start) || file.equals(manifest.name() + ".m3u8")) {
      return hls(manifest, file, window);
    }
    return window.lastRun().renditions().stream()
        .map(Rendition::name)
        .filter(rendition -> file.equals(FileNames.playlist(manifest.name(), rendition)))
        .map(
            rendition ->
                MediaPlaylist.lowLatency(
                    window, rendition, manifest.markers(), endpoint, manifest.name()))
        .findFirst();
  }

  private Optional<String> dash(ManifestSpec manifest, String file, Window window) {
    if (!file.equals(manifest.name() + ".mpd")) {
      return Optional.empty();
    }
    if (isComplete()) {
      return Optional.of(DashManifest.complete(window, manifest.markers(), endpoint.seal()));
    }
    Duration depth = start.moment() == null ? manifest.window() : window.span();
    return Optional.of(DashManifest.write(window, manifest.markers(), depth, now, endpoint.seal()));
  }

  /** Fresh enough when no older than half a segment. */
  private OriginResponse response(String contentType, String text) {
    Duration maxAge = endpoint.spec().segment().dividedBy(2);
    return new OriginResponse(200, contentType, maxAge, text.getBytes(StandardCharsets.UTF_8));
  }
}
