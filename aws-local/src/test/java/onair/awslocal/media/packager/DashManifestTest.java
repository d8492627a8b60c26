package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import onair.awslocal.media.AdMarkers;
import org.junit.jupiter.api.Test;

class DashManifestTest {

  private final Run first = Samples.run(1_000, Duration.ZERO);
  private final Run second = Samples.run(2_000, Duration.ofMillis(10_500));

  @Test
  void saysEverythingALivePlayerNeeds() {
    Run video = new Run(1_000, Samples.NOON, 90_000, List.of(Samples.HIGH));
    Window window =
        Samples.window(Samples.segment(7, 0, video, 0), Samples.segment(8, 0, video, 1));

    assertThat(write(window))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="dynamic" availabilityStartTime="1970-01-01T00:00:00Z" publishTime="2026-11-22T12:00:00Z" minimumUpdatePeriod="PT2S" timeShiftBufferDepth="PT1M" suggestedPresentationDelay="PT6S" maxSegmentDuration="PT2S" minBufferTime="PT2S">
              <Period id="1000" start="PT498708H">
                <AdaptationSet id="0" contentType="video" mimeType="video/mp4" segmentAlignment="true" startWithSAP="1">
                  <Representation id="720p" bandwidth="3000000" codecs="avc1.4d401f" width="1280" height="720" sar="1:1">
                    <SegmentTemplate timescale="90000" presentationTimeOffset="90000" startNumber="7" initialization="720p_init_1000.mp4" media="720p_$Number$.m4s">
                      <SegmentTimeline>
                        <S t="90000" d="180000" r="1"/>
                      </SegmentTimeline>
                    </SegmentTemplate>
                  </Representation>
                </AdaptationSet>
              </Period>
              <UTCTiming schemeIdUri="urn:mpeg:dash:utc:direct:2014" value="2026-11-22T12:00:00Z"/>
            </MPD>
            """);
  }

  @Test
  void eachRunIsAPeriodThatBeginsWithItsFirstFrame() {
    Window window =
        Samples.window(Samples.segment(9, 3, first, 4), Samples.segment(10, 4, second, 0));

    String manifest = write(window);

    assertThat(manifest).contains("<Period id=\"1000\" start=\"PT498708H\">");
    assertThat(manifest).contains("<Period id=\"2000\" start=\"PT498708H10.5S\">");
    assertThat(manifest).contains("startNumber=\"9\" initialization=\"audio_init_1000.mp4\"");
    assertThat(manifest).contains("startNumber=\"10\" initialization=\"audio_init_2000.mp4\"");
    assertThat(manifest).as("the zero of the run, not of the window").contains("<S t=\"810000\"");
    assertThat(manifest.lines().filter(line -> line.contains("presentationTimeOffset=\"90000\"")))
        .hasSize(4);
    assertThat(manifest.lines().filter(line -> line.contains("presentationTimeOffset=\"48000\"")))
        .hasSize(2);
  }

  @Test
  void timelineRepeatsOnlyWhatFollowsWithoutAGapAtTheSameLength() {
    Segment one = new Segment(1, 0, List.of(Samples.gop(first, 0)));
    Segment two = new Segment(2, 0, List.of(Samples.gop(first, 1)));
    Segment longer = new Segment(3, 0, List.of(Samples.gop(first, 2), Samples.gop(first, 3)));
    Segment afterGap = new Segment(4, 0, List.of(Samples.gop(first, 9)));

    assertThat(write(Samples.window(one, two, longer, afterGap)))
        .contains(
            """
                        <S t="90000" d="180000" r="1"/>
                        <S d="360000"/>
                        <S t="1710000" d="180000"/>
            """);
  }

  private static String write(Window window) {
    return DashManifest.write(window, AdMarkers.NONE, Duration.ofMinutes(1), Samples.NOON);
  }
}
