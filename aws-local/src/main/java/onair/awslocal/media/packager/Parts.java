package onair.awslocal.media.packager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a low-latency playlist says of the parts of segments: each chunk of a GOP is one. Source:
 * draft-pantos-hls-rfc8216bis.
 */
final class Parts {

  /** No part is longer: chunks end with the first frame half a second after they begin. */
  static final Duration TARGET = Duration.ofMillis(600);

  /** Players stay this many parts, and parts stay listed this many segments, behind the end. */
  private static final int BEHIND = 3;

  private final String rendition;
  private final EndpointView endpoint;
  private final Window window;

  Parts(String rendition, EndpointView endpoint, Window window) {
    this.rendition = rendition;
    this.endpoint = endpoint;
    this.window = window;
  }

  /**
   * How many chunks of a segment are told as parts. One that is too long is not, nor are those
   * behind it: so it is while the tracks of an encoder that has just begun catch up with each
   * other, and where GOPs come whole.
   */
  static int count(Segment segment) {
    int count = 0;
    while (count < segment.gops().size()
        && segment.gops().get(count).longest().compareTo(TARGET) <= 0) {
      count++;
    }
    return count;
  }

  /** What players may ask for. */
  List<String> control() {
    return List.of(
        "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK="
            + seconds(TARGET.multipliedBy(BEHIND)),
        "#EXT-X-PART-INF:PART-TARGET=" + seconds(TARGET));
  }

  /** The segment that is being made; null between two. */
  @Nullable Segment open() {
    return endpoint.open();
  }

  /** Those of this segment; none of one that has become old. */
  List<String> of(Segment segment) {
    OptionalInt index = segment.run().indexOf(rendition);
    List<String> lines = new ArrayList<>();
    if (index.isPresent() && !segment.ends().isBefore(oldest())) {
      for (int i = 0; i < count(segment); i++) {
        lines.add(part(segment, i, index.getAsInt()));
      }
    }
    return lines;
  }

  private Instant oldest() {
    Segment open = endpoint.open();
    Segment newest = open == null ? window.segments().getLast() : open;
    return newest.ends().minus(endpoint.target().multipliedBy(BEHIND));
  }

  private String part(Segment segment, int number, int index) {
    Gop gop = segment.gops().get(number);
    Gop.Part part = gop.parts().get(index);
    long timescale = segment.run().renditions().get(index).timescale();
    return "#EXT-X-PART:DURATION=%s,URI=\"%s\"%s%s"
        .formatted(
            seconds(Run.duration(part.duration(), timescale)),
            FileNames.part(rendition, segment.number(), number),
            gop.independent() ? ",INDEPENDENT=YES" : "",
            part.size() == 0 ? ",GAP=YES" : "");
  }

  /** The part that comes next. */
  String hint() {
    return "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"%s\""
        .formatted(FileNames.part(rendition, endpoint.nextNumber(), endpoint.openParts()));
  }

  /** How far the other renditions are: as far as this one. */
  List<String> reports(Naming names) {
    Segment newest = endpoint.openParts() == 0 ? window.segments().getLast() : endpoint.open();
    if (newest == null) {
      return List.of();
    }
    String part = count(newest) == 0 ? "" : ",LAST-PART=" + (count(newest) - 1);
    return newest.run().renditions().stream()
        .map(Rendition::name)
        .filter(other -> !other.equals(rendition))
        .map(
            other ->
                "#EXT-X-RENDITION-REPORT:URI=\"%s\",LAST-MSN=%d%s"
                    .formatted(names.playlist(other), newest.number(), part))
        .toList();
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.5f", duration.toNanos() / 1e9);
  }
}
