package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import org.junit.jupiter.api.Test;

/**
 * Ten segments of two seconds from noon on, numbered from 0, asked for twenty seconds past noon.
 */
class TimeShiftTest {

  private static final Instant NOW = Samples.NOON.plusSeconds(20);
  private static final String VIDEO = "_720p.m3u8";

  @Test
  void theLiveWindowIsAllThatIsListedUnlessSomethingIsAskedFor() {
    assertThat(numbers("live", Map.of())).containsExactly(5, 6, 7, 8, 9);
    assertThat(numbers("live", Map.of("manifest_window_seconds", "6"))).containsExactly(7, 8, 9);
  }

  @Test
  void aDelayHidesWhatIsTooNewWhoeverAskedForIt() {
    assertThat(numbers("late", Map.of())).containsExactly(3, 4, 5, 6, 7);
    assertThat(numbers("live", Map.of("time_delay", "4"))).containsExactly(3, 4, 5, 6, 7);
    assertThat(numbers("late", Map.of("time_delay", "8"))).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void aPartThatIsOverIsACompleteProgramme() {
    String start = Samples.NOON.plusSeconds(4).toString();
    String over = Samples.NOON.plusSeconds(10).toString();
    String coming = Samples.NOON.plusSeconds(60).toString();

    assertThat(numbers("live", Map.of("start", start))).containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(numbers("live", Map.of("start", start, "end", over))).containsExactly(2, 3, 4);
    assertThat(text("live" + VIDEO, Map.of("start", start, "end", over)))
        .contains("#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-ENDLIST");
    assertThat(text("live" + VIDEO, Map.of("start", start, "end", coming)))
        .doesNotContain("#EXT-X-ENDLIST");
    assertThat(text("live.m3u8", Map.of("start", start, "end", over, "time_delay", "1")))
        .contains("live_720p.m3u8?start=" + start + "&end=" + over + "&time_delay=1");
    assertThat(text("live.mpd", Map.of("start", start, "end", over)))
        .contains("type=\"static\"", "mediaPresentationDuration=\"PT6S\"");
  }

  @Test
  void whatIsNoTimeIsRefused() {
    for (Map<String, String> wrong :
        List.of(
            Map.of("start", "yesterday"),
            Map.of("time_delay", "-1"),
            Map.of("start", "100", "end", "100"))) {
      assertThatThrownBy(() -> StartTime.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static List<Integer> numbers(String manifest, Map<String, String> query) {
    return text(manifest + VIDEO, query)
        .lines()
        .filter(line -> line.endsWith(".m4s"))
        .map(line -> Integer.valueOf(line.replaceAll(".*_(\\d+)\\.m4s", "$1")))
        .toList();
  }

  private static String text(String file, Map<String, String> query) {
    Duration window = Duration.ofSeconds(10);
    EndpointSpec spec =
        new EndpointSpec(
            "web",
            Duration.ofSeconds(2),
            Duration.ofMinutes(5),
            List.of(
                new ManifestSpec("live", ManifestSpec.Kind.HLS, window),
                new ManifestSpec("live", ManifestSpec.Kind.DASH, window),
                new ManifestSpec(
                    "late", ManifestSpec.Kind.HLS, window, AdMarkers.NONE, Duration.ofSeconds(4))));
    Run run = Samples.run(1, Duration.ZERO);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      segments.add(Samples.segment(i, 0, run, i));
    }
    EndpointView view = new EndpointView(spec, segments, null, 0, Duration.ofSeconds(2), null);
    return new Manifests(view, StartTime.of(query), NOW)
        .named(file)
        .map(answer -> new String(answer.body(), StandardCharsets.UTF_8))
        .orElseThrow();
  }
}
