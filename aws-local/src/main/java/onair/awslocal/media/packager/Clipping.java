package onair.awslocal.media.packager;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.Clip;
import onair.awslocal.media.ManifestSpec;

/** Cuts programmes out of one endpoint, as it was at one moment. */
final class Clipping {

  /** What begins or ends this close to the asked time is not asked for. */
  private static final Duration NEARLY = Duration.ofMillis(100);

  private final GopFiles files;
  private final EndpointView endpoint;

  Clipping(GopFiles files, EndpointView endpoint) {
    this.files = files;
    this.endpoint = endpoint;
  }

  /** Empty when there is nothing between these moments. */
  Optional<Clip> of(Instant start, Instant end, List<ManifestSpec> manifests) {
    List<Segment> segments = covering(start, end);
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    Duration longest =
        segments.stream().map(Segment::duration).reduce(Clipping::longer).orElseThrow();
    Window window = new Window(segments, longest);
    List<Clip.File> all = new ArrayList<>(media(segments));
    manifests.forEach(manifest -> all.addAll(manifest(manifest, window)));
    return Optional.of(new Clip(Window.length(segments), all));
  }

  private List<Segment> covering(Instant start, Instant end) {
    List<Segment> covering =
        new ArrayList<>(
            endpoint.segments().stream()
                .filter(segment -> segment.ends().isAfter(start.plus(NEARLY)))
                .filter(segment -> segment.begins().isBefore(end.minus(NEARLY)))
                .toList());
    if (covering.size() > 1) {
      Duration before = positive(Duration.between(covering.getFirst().begins(), start));
      Duration after = positive(Duration.between(end, covering.getLast().ends()));
      // Both ends inside a segment could make it longer than asked by two.
      if (before.plus(after).compareTo(endpoint.target()) > 0) {
        covering.remove(before.compareTo(after) > 0 ? 0 : covering.size() - 1);
      }
    }
    return covering;
  }

  private List<Clip.File> media(List<Segment> segments) {
    List<Clip.File> media = new ArrayList<>();
    Set<Long> runs = new LinkedHashSet<>();
    for (Segment segment : segments) {
      List<Rendition> renditions = segment.run().renditions();
      boolean newRun = runs.add(segment.run().id());
      for (int i = 0; i < renditions.size(); i++) {
        Rendition rendition = renditions.get(i);
        if (newRun) {
          String name = FileNames.init(rendition.name(), segment.run());
          byte[] init = rendition.track().init();
          media.add(new Clip.File(name, rendition.contentType(), () -> init));
        }
        if (segment.size(i) > 0) {
          String name = FileNames.segment(rendition.name(), segment.number());
          int index = i;
          media.add(
              new Clip.File(
                  name, rendition.contentType(), () -> SegmentBytes.of(files, segment, index)));
        }
      }
    }
    return media;
  }

  private static List<Clip.File> manifest(ManifestSpec spec, Window window) {
    return switch (spec.kind()) {
      case HLS, LL_HLS -> hls(spec, window);
      case DASH ->
          List.of(
              text(
                  spec.name() + ".mpd",
                  Manifests.DASH,
                  DashManifest.complete(window, spec.markers())));
    };
  }

  private static List<Clip.File> hls(ManifestSpec spec, Window window) {
    List<Clip.File> playlists = new ArrayList<>();
    for (Rendition rendition : window.lastRun().renditions()) {
      String playlist = MediaPlaylist.complete(window, rendition.name(), spec.markers());
      playlists.add(
          text(FileNames.playlist(spec.name(), rendition.name()), Manifests.HLS, playlist));
    }
    String variants = MultivariantPlaylist.write(window, spec.name(), "");
    playlists.add(text(spec.name() + ".m3u8", Manifests.HLS, variants));
    return playlists;
  }

  private static Clip.File text(String name, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Clip.File(name, contentType, () -> bytes);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration positive(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }
}
