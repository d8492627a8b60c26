package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.Splice;
import org.junit.jupiter.api.Test;

/** A four second break in segments of six seconds, in every kind of manifest. */
class AdMarkersTest {

  private static final Set<Splice.Message> ALL = Set.of(Splice.Message.values());

  private final Run run = Samples.run(1_000, Duration.ZERO);

  @Test
  void segmentsAreCutAtBothEnds() {
    List<Segment> segments = segments(6);

    assertThat(segments.stream().map(Segment::duration).map(Duration::toSeconds))
        .containsExactly(4L, 4L, 6L);
    assertThat(segments.stream().map(Segment::number)).containsExactly(1L, 2L, 3L);
    assertThat(segments.stream().map(Segment::discontinuity)).containsOnly(0L);
  }

  @Test
  void dateRangesTellBothEndsWithTheirMessages() {
    String playlist = hls(AdMarkers.Form.DATERANGE, ALL, 6);

    assertThat(playlist)
        .containsPattern(
            """
            #EXT-X-DATERANGE:ID="7-1795348804000",START-DATE="2026-11-22T12:00:04.000Z",PLANNED-DURATION=4.000,SCTE35-OUT=0xFC[0-9A-F]+
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:04.000Z
            #EXTINF:4.000000,
            720p_2.m4s
            #EXT-X-DATERANGE:ID="7-1795348804000",START-DATE="2026-11-22T12:00:04.000Z",DURATION=4.000,SCTE35-IN=0xFC[0-9A-F]+
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:08.000Z
            """);
    String out = playlist.replaceAll("(?s).*SCTE35-OUT=(0x[0-9A-F]+).*", "$1");
    assertThat(SpliceInfoReader.parse(out))
        .isEqualTo(new SpliceInfoReader(5, 7, true, 450_000, 360_000L, -1));
  }

  @Test
  void cuesTellEachSegmentOfTheBreakWhereItIs() {
    assertThat(hls(AdMarkers.Form.CUE, ALL, 2))
        .containsPattern(
            """
            #EXT-OATCLS-SCTE35:[A-Za-z0-9+/=]+
            #EXT-X-CUE-OUT:4.000
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:04.000Z
            #EXTINF:2.000000,
            720p_3.m4s
            #EXT-X-CUE-OUT-CONT:ElapsedTime=2.000,Duration=4.000,SCTE35=[A-Za-z0-9+/=]+
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:06.000Z
            #EXTINF:2.000000,
            720p_4.m4s
            #EXT-X-CUE-IN
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:08.000Z
            """);
  }

  @Test
  void dashHasAnEventInThePeriod() {
    assertThat(dash(AdMarkers.Form.EVENTS_BINARY))
        .contains("<EventStream schemeIdUri=\"urn:scte:scte35:2014:xml+bin\" timescale=\"90000\">")
        .contains("<Event presentationTime=\"360000\" duration=\"360000\" id=\"7\">")
        .containsPattern("<Binary>/[A-Za-z0-9+/=]+</Binary>");
    assertThat(dash(AdMarkers.Form.EVENTS_XML))
        .contains("<SpliceInsert spliceEventId=\"7\" outOfNetworkIndicator=\"true\"")
        .contains("<SpliceTime ptsTime=\"450000\"/>")
        .contains("<BreakDuration autoReturn=\"true\" duration=\"360000\"/>");
  }

  @Test
  void manifestThatTellsOfOtherMessagesOnlyHasNoMark() {
    Set<Splice.Message> others = Set.of(Splice.Message.PROVIDER_ADVERTISEMENT);

    assertThat(hls(AdMarkers.Form.DATERANGE, others, 6)).doesNotContain("DATERANGE");
    assertThat(hls(AdMarkers.Form.CUE, others, 2)).doesNotContain("CUE");
    assertThat(hls(AdMarkers.Form.NONE, ALL, 6)).doesNotContain("SCTE");
    assertThat(dash(AdMarkers.Form.NONE)).doesNotContain("Event");
  }

  private String hls(AdMarkers.Form form, Set<Splice.Message> messages, int seconds) {
    Window window = new Window(segments(seconds), Duration.ofSeconds(seconds));
    return MediaPlaylist.write(window, "720p", new AdMarkers(form, messages));
  }

  private String dash(AdMarkers.Form form) {
    Window window = new Window(segments(6), Duration.ofSeconds(6));
    return DashManifest.write(
        window, new AdMarkers(form, ALL), Duration.ofMinutes(1), Samples.NOON);
  }

  private List<Segment> segments(int seconds) {
    SpliceTimeline timeline = new SpliceTimeline();
    timeline.add(
        new Splice.Out(
            Splice.Message.SPLICE_INSERT, 7, Samples.NOON.plusSeconds(3), Duration.ofSeconds(4)));
    SegmentCutter cutter = new SegmentCutter(Duration.ofSeconds(seconds), 1);
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      segments.addAll(cutter.add(timeline.mark(Samples.gop(run, i))));
    }
    return segments;
  }
}
