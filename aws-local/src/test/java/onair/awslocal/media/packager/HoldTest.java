package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.ManifestSpec.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GOPs of two seconds in chunks of half a second; segments 1 and 2 are there, and half of 3. */
class HoldTest {

  private final Run run = Samples.run(1, Duration.ZERO);
  private final Endpoint endpoint =
      new Endpoint(
          new EndpointSpec(
              "web",
              Duration.ofSeconds(2),
              Duration.ZERO,
              List.of(
                  new ManifestSpec("index", Kind.HLS, Duration.ofMinutes(1)),
                  new ManifestSpec("low", Kind.LL_HLS, Duration.ofMinutes(1)))),
          1);

  @BeforeEach
  void fill() {
    for (int i = 0; i < 10; i++) {
      endpoint.add(chunk(i));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, , READY",
    "2, , READY",
    "3, , NOT_YET",
    "4, , NOT_YET",
    "5, , REFUSED",
    "0, 0, READY",
    "2, 3, READY",
    // A part behind a segment's last one is the first one of the next segment.
    "2, 4, READY",
    "2, 9, REFUSED",
    "3, 0, READY",
    "3, 1, READY",
    "3, 2, NOT_YET",
    "3, 3, NOT_YET",
    "3, 6, NOT_YET",
    "3, 7, REFUSED",
    "4, 0, NOT_YET",
    "4, 5, REFUSED",
    "5, 0, REFUSED",
    ", 0, REFUSED",
    "x, , REFUSED",
    "-1, , REFUSED",
    "3, x, REFUSED",
    "9999999999999999999999, , REFUSED"
  })
  void aPlaylistIsHeldUntilItHasWhatIsAskedFor(String segment, String part, Hold.State state) {
    assertThat(state("low_720p.m3u8", query(segment, part))).isEqualTo(state);
  }

  @Test
  void aPartBehindTheLastOneIsWaitedForWhenTheNextSegmentHasNotBegun() {
    endpoint.add(chunk(10));
    endpoint.add(chunk(11));

    assertThat(state("low_720p.m3u8", query("3", "3"))).isEqualTo(Hold.State.READY);
    assertThat(state("low_720p.m3u8", query("3", "4"))).isEqualTo(Hold.State.NOT_YET);
    assertThat(state("low_720p.m3u8", query("4", "0"))).isEqualTo(Hold.State.NOT_YET);
    assertThat(state("720p_4_part0.m4s", Map.of())).isEqualTo(Hold.State.NOT_YET);
  }

  @Test
  void onlyThePartThatIsHintedAtIsWaitedFor() {
    assertThat(state("720p_3_part2.m4s", Map.of())).isEqualTo(Hold.State.NOT_YET);
    assertThat(state("720p_3_part1.m4s", Map.of())).isEqualTo(Hold.State.READY);
    assertThat(state("720p_3_part3.m4s", Map.of())).isEqualTo(Hold.State.READY);
    assertThat(state("720p_4_part0.m4s", Map.of())).isEqualTo(Hold.State.READY);
  }

  @Test
  void whatHasNoPartsIsNeverHeld() {
    for (String file : List.of("index_720p.m3u8", "low.m3u8", "index.m3u8", "720p_9.m4s")) {
      assertThat(state(file, query("3", "2"))).isEqualTo(Hold.State.READY);
    }
    assertThat(state("low_720p.m3u8", Map.of("_HLS_msn", "3", "start", Samples.NOON.toString())))
        .isEqualTo(Hold.State.READY);
  }

  @Test
  void aSegmentEndsOnlyWhereAKeyframeFollows() {
    assertThat(endpoint.segments()).extracting(segment -> segment.gops().size()).containsOnly(4);

    // A keyframe that comes too early for the clock to expect it ends nothing before its time.
    endpoint.add(new Gop(run, chunk(10).parts(), true, false));
    endpoint.add(chunk(13));
    endpoint.add(new Gop(run, chunk(14).parts(), true, false));

    assertThat(endpoint.segments()).hasSize(3);
    assertThat(endpoint.segments().getLast().gops()).hasSize(4);
    assertThat(endpoint.open()).isNotNull();
  }

  @Test
  void aChunkThatIsTooLongIsNoPartNorIsWhatFollowsIt() {
    endpoint.add(Samples.gop(run, 5, 1));
    endpoint.add(chunk(12));

    assertThat(EndpointView.of(endpoint).segments()).extracting(Parts::count).endsWith(2);
  }

  private Hold.State state(String file, Map<String, String> query) {
    return Hold.of(file, query).state(EndpointView.of(endpoint));
  }

  private Gop chunk(int index) {
    List<Gop.Part> parts =
        run.renditions().stream()
            .map(
                rendition -> {
                  long half = rendition.timescale() / 2;
                  long start = rendition.timescale() + index * half;
                  return new Gop.Part(start, half, 15, Path.of("unused"), 1000);
                })
            .toList();
    return new Gop(run, parts, index % 4 == 0, index % 4 == 3);
  }

  private static Map<String, String> query(String segment, String part) {
    Map<String, String> query = new HashMap<>();
    if (segment != null) {
      query.put("_HLS_msn", segment);
    }
    if (part != null) {
      query.put("_HLS_part", part);
    }
    return query;
  }
}
