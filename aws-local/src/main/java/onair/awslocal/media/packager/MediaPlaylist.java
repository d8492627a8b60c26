package onair.awslocal.media.packager;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import onair.awslocal.media.AdMarkers;
import org.jspecify.annotations.Nullable;

/** Writes the HLS playlist of one rendition's segments (RFC 8216 section 4.3.3). */
final class MediaPlaylist {

  /** How HLS writes a moment. */
  static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String GAP = "#EXT-X-GAP";

  private final String rendition;
  private final AdMarkers markers;
  private final Naming names;
  private final @Nullable Seal seal;
  private final List<String> lines = new ArrayList<>();
  private @Nullable Run run;
  private @Nullable Parts parts;

  private MediaPlaylist(String rendition, AdMarkers markers, Naming names, @Nullable Seal seal) {
    this.seal = seal;
    this.rendition = rendition;
    this.markers = markers;
    this.names = names;
  }

  /** Without ad markers. */
  static String write(Window window, String rendition) {
    return write(window, rendition, AdMarkers.NONE);
  }

  /** Segments from before the rendition existed are left out, later ones without it are gaps. */
  static String write(Window window, String rendition, AdMarkers markers) {
    return write(window, rendition, markers, (Seal) null);
  }

  /** The same of encrypted segments. */
  static String write(Window window, String rendition, AdMarkers markers, @Nullable Seal seal) {
    return new MediaPlaylist(rendition, markers, Naming.shared(""), seal)
        .write(of(window, rendition), window);
  }

  /** The same under other names. */
  static String write(Window window, String rendition, AdMarkers markers, Naming names) {
    return new MediaPlaylist(rendition, markers, names, null).write(of(window, rendition), window);
  }

  /** Of a programme that has ended and stays as it is. */
  static String complete(Window window, String rendition, AdMarkers markers) {
    return complete(window, rendition, markers, null);
  }

  /** The same of encrypted segments. */
  static String complete(Window window, String rendition, AdMarkers markers, @Nullable Seal seal) {
    List<Segment> segments = of(window, rendition);
    return new MediaPlaylist(rendition, markers, Naming.shared(""), seal)
        .complete(segments, window);
  }

  /**
   * The same with the parts of the newest segments and of the one that is being made. Source:
   * draft-pantos-hls-rfc8216bis sections 4.4.3.7, 4.4.3.8, 4.4.4.9, 4.4.5.3 and 4.4.5.4.
   *
   * @param manifest what the playlists' names begin with
   */
  static String lowLatency(
      Window window, String rendition, AdMarkers markers, EndpointView endpoint, String manifest) {
    var playlist = new MediaPlaylist(rendition, markers, Naming.shared(manifest), endpoint.seal());
    playlist.parts = new Parts(rendition, endpoint, window);
    return playlist.write(of(window, rendition), window);
  }

  private static List<Segment> of(Window window, String rendition) {
    return window.segments().stream()
        .dropWhile(segment -> segment.run().indexOf(rendition).isEmpty())
        .toList();
  }

  private String write(List<Segment> segments, Window window) {
    Segment first = segments.getFirst();
    targetDuration(window);
    lines.add("#EXT-X-MEDIA-SEQUENCE:" + first.number());
    lines.add("#EXT-X-DISCONTINUITY-SEQUENCE:" + first.discontinuity());
    lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
    if (parts != null) {
      lines.addAll(parts.control());
    }
    segments.forEach(this::segment);
    if (parts != null) {
      open(parts);
    }
    return text();
  }

  /** The segment that is being made, if it has this rendition, and what comes next. */
  private void open(Parts parts) {
    Segment open = parts.open();
    if (open != null && Parts.count(open) > 0) {
      OptionalInt index = open.run().indexOf(rendition);
      if (index.isPresent()) {
        begin(open, index, false);
        lines.addAll(parts.of(open));
      }
    }
    lines.add(parts.hint());
    lines.addAll(parts.reports(names));
  }

  private String complete(List<Segment> segments, Window window) {
    targetDuration(window);
    lines.add("#EXT-X-PLAYLIST-TYPE:VOD");
    lines.add("#EXT-X-MEDIA-SEQUENCE:0");
    lines.add("#EXT-X-INDEPENDENT-SEGMENTS");
    segments.forEach(this::segment);
    lines.add("#EXT-X-ENDLIST");
    return text();
  }

  private void targetDuration(Window window) {
    lines.add("#EXT-X-TARGETDURATION:" + Math.round(window.target().toMillis() / 1000.0));
  }

  private String text() {
    int version = lines.contains(GAP) ? 8 : 7;
    return "#EXTM3U\n#EXT-X-VERSION:" + version + "\n" + String.join("\n", lines) + "\n";
  }

  /** A header that is not encrypted itself stands before the keys of what is. */
  private void header(Run run, int index) {
    String map = "#EXT-X-MAP:URI=\"%s\"".formatted(names.init(rendition, run));
    if (seal == null) {
      lines.add(map);
      return;
    }
    List<String> keys = seal.mediaPlaylist(run.renditions().get(index).isVideo());
    if (seal.isWhole() && lines.stream().anyMatch(line -> line.startsWith("#EXT-X-KEY"))) {
      lines.add(Seal.NO_KEY);
    }
    lines.addAll(seal.isWhole() ? List.of(map) : keys);
    lines.addAll(seal.isWhole() ? keys : List.of(map));
  }

  private void segment(Segment segment) {
    OptionalInt index = segment.run().indexOf(rendition);
    begin(segment, index, index.isEmpty() || segment.size(index.getAsInt()) == 0);
    if (parts != null) {
      lines.addAll(parts.of(segment));
    }
    int timed = index.orElse(0);
    long timescale = segment.run().renditions().get(timed).timescale();
    lines.add(
        String.format(Locale.ROOT, "#EXTINF:%.6f,", (double) segment.duration(timed) / timescale));
    lines.add(names.segment(rendition, segment.number()));
  }

  /** What holds for all parts of a segment. */
  private void begin(Segment segment, OptionalInt index, boolean gap) {
    if (run == null || !run.is(segment.run())) {
      if (run != null) {
        lines.add("#EXT-X-DISCONTINUITY");
      }
      run = segment.run();
      if (index.isPresent()) {
        header(run, index.getAsInt());
      }
    }
    lines.addAll(AdMarkerTags.before(segment, markers));
    if (gap) {
      lines.add(GAP);
    }
    int timed = index.orElse(0);
    lines.add(
        "#EXT-X-PROGRAM-DATE-TIME:"
            + DATE_TIME.format(segment.run().instantOf(timed, segment.start(timed))));
  }
}
