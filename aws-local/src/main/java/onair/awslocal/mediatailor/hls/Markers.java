package onair.awslocal.mediatailor.hls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the ad markers before a segment. Two families are understood: EXT-X-DATERANGE with
 * SCTE35-OUT and SCTE35-IN (its START-DATE is ignored, as MediaTailor does), and EXT-X-CUE-OUT with
 * EXT-X-CUE-IN, whose message stands in EXT-OATCLS-SCTE35.
 */
final class Markers {

  private List<Marker> markers = new ArrayList<>();
  private List<String> tags = new ArrayList<>();
  private Splice message = Splice.NONE;

  /** Whether the tag is about ads. */
  boolean take(String name, String value, String line) {
    switch (name) {
      case "#EXT-X-DATERANGE" -> dateRange(Attributes.of(value));
      case "#EXT-OATCLS-SCTE35", "#EXT-X-SCTE35" -> message = message(value);
      case "#EXT-X-CUE-OUT" ->
          markers.add(new Marker.Out("", duration(cueDuration(value), message), message));
      case "#EXT-X-CUE-IN" -> markers.add(new Marker.In(""));
      case "#EXT-X-CUE-OUT-CONT", "#EXT-X-CUE", "#EXT-X-ASSET", "#EXT-X-SPLICEPOINT-SCTE35" -> {
        // Belongs to the ads that are replaced, so it is not passed on without asking either.
      }
      default -> {
        return false;
      }
    }
    tags.add(line);
    return true;
  }

  /** Those of the segment that begins now. */
  List<Marker> markers() {
    return markers;
  }

  List<String> tags() {
    return tags;
  }

  /** Begins to collect for the segment after. */
  void next() {
    markers = new ArrayList<>();
    tags = new ArrayList<>();
    message = Splice.NONE;
  }

  private void dateRange(Attributes range) {
    String id = range.get("ID", "");
    String out = range.get("SCTE35-OUT");
    if (out != null) {
      Splice splice = Splice.parse(out);
      String seconds = range.get("DURATION");
      Duration announced =
          duration(seconds == null ? range.get("PLANNED-DURATION") : seconds, splice);
      markers.add(new Marker.Out(id, announced, splice));
    } else if (range.get("SCTE35-IN") != null) {
      markers.add(new Marker.In(id));
    }
  }

  private static Splice message(String value) {
    String inAttribute = Attributes.of(value).get("CUE");
    return Splice.parse(inAttribute == null ? value : inAttribute);
  }

  /** {@code 30}, {@code DURATION=30} or {@code Duration=30}. */
  private static @Nullable String cueDuration(String value) {
    String seconds = value.replaceFirst("(?i)^.*duration=", "").replaceFirst(",.*$", "").strip();
    return seconds.isEmpty() ? null : seconds.replace("\"", "");
  }

  private static @Nullable Duration duration(@Nullable String seconds, Splice splice) {
    Duration said = seconds == null ? splice.duration() : MediaPlaylistReader.seconds(seconds);
    return said == null || said.isZero() ? null : said;
  }
}
