package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media playlist as a low-latency player reads it. Source of what is checked:
 * draft-pantos-hls-rfc8216bis sections 4.4.3.7, 4.4.3.8, 4.4.4.9, 4.4.5.3 and 4.4.5.4.
 *
 * @param segments numbers of whole segments
 * @param parts in order, those of the segment that is being made last
 * @param hint the part that comes next
 */
record LowLatencyPlaylist(
    double target,
    double partTarget,
    List<Long> segments,
    List<Part> parts,
    String map,
    String hint) {

  /** Some of one segment. */
  record Part(long segment, int number, double duration, boolean independent, String uri) {}

  static LowLatencyPlaylist parse(String text) {
    List<Long> segments = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    long segment = Long.parseLong(value(text, "#EXT-X-MEDIA-SEQUENCE:(\\d+)"));
    int number = 0;
    for (String line : text.lines().toList()) {
      if (line.startsWith("#EXT-X-PART:")) {
        parts.add(
            new Part(
                segment,
                number++,
                Double.parseDouble(value(line, "DURATION=([0-9.]+)")),
                line.contains("INDEPENDENT=YES"),
                value(line, "URI=\"([^\"]+)\"")));
      } else if (!line.startsWith("#")) {
        segments.add(segment++);
        number = 0;
      }
    }
    return new LowLatencyPlaylist(
        Double.parseDouble(value(text, "#EXT-X-TARGETDURATION:(\\d+)")),
        Double.parseDouble(value(text, "#EXT-X-PART-INF:PART-TARGET=([0-9.]+)")),
        segments,
        parts,
        value(text, "#EXT-X-MAP:URI=\"([^\"]+)\""),
        value(text, "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"([^\"]+)\""));
  }

  /** Fails where the playlist is not as the draft demands. */
  static LowLatencyPlaylist check(String text) {
    LowLatencyPlaylist playlist = parse(text);
    assertThat(text).startsWith("#EXTM3U\n").contains("#EXT-X-INDEPENDENT-SEGMENTS\n");
    assertThat(value(text, "#EXT-X-SERVER-CONTROL:(.*)")).contains("CAN-BLOCK-RELOAD=YES");
    assertThat(Double.parseDouble(value(text, "PART-HOLD-BACK=([0-9.]+)")))
        .as("at least twice, better three times a part")
        .isGreaterThanOrEqualTo(3 * playlist.partTarget);
    assertThat(playlist.parts).isNotEmpty();
    for (int i = 0; i < playlist.parts.size(); i++) {
      Part part = playlist.parts.get(i);
      boolean last =
          i + 1 == playlist.parts.size() || playlist.parts.get(i + 1).segment() != part.segment();
      assertThat(part.duration()).as(part.uri()).isLessThanOrEqualTo(playlist.partTarget);
      if (!last && !part.independent()) {
        assertThat(part.duration())
            .as("%s in %s", part.uri(), text)
            .isGreaterThanOrEqualTo(0.85 * playlist.partTarget);
      }
      if (part.number() == 0) {
        assertThat(part.independent()).as("a segment begins with a keyframe").isTrue();
      }
    }
    long newest = playlist.segments.getLast();
    assertThat(playlist.parts.getFirst().segment())
        .as("parts of old segments are no longer listed")
        .isGreaterThanOrEqualTo(newest - 4);
    assertThat(playlist.parts).extracting(Part::uri).doesNotContain(playlist.hint);
    assertThat(text.lines().filter(line -> line.startsWith("#EXT-X-RENDITION-REPORT")).toList())
        .hasSize(2)
        .allMatch(line -> line.contains("LAST-MSN=" + playlist.parts.getLast().segment()))
        .allMatch(line -> line.endsWith("LAST-PART=" + playlist.parts.getLast().number()));
    return playlist;
  }

  /** Those that come after this one. */
  List<Part> after(Part known) {
    return parts.stream()
        .filter(
            part ->
                part.segment() > known.segment()
                    || (part.segment() == known.segment() && part.number() > known.number()))
        .toList();
  }

  private static String value(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }
}
