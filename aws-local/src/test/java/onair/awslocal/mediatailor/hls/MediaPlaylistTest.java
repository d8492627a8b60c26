package onair.awslocal.mediatailor.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MediaPlaylistTest {

  private static final URI ADDRESS = URI.create("https://cdn.example.com/out/v1/ch/index_720.m3u8");

  @Test
  void numbersSegmentsAndDiscontinuitiesAndMakesAddressesAbsolute() throws Exception {
    MediaPlaylist playlist =
        read(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:2
            #EXT-X-MEDIA-SEQUENCE:41
            #EXT-X-DISCONTINUITY-SEQUENCE:3
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="720_init_1.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:00.000Z
            #EXTINF:1.920000,
            720_41.m4s
            #EXT-X-PART:DURATION=0.3,URI="720_42.0.m4s"
            #EXT-X-DISCONTINUITY
            #EXT-X-MAP:URI="/abs/init.mp4"
            #EXT-X-GAP
            #EXTINF:2,
            720_42.m4s?x=1
            """);
    assertThat(playlist.segments()).extracting(MediaSegment::sequence).containsExactly(41L, 42L);
    assertThat(playlist.segments()).extracting(MediaSegment::discontinuity).containsExactly(3L, 4L);
    MediaSegment first = playlist.segments().getFirst();
    assertThat(first.uri()).isEqualTo("https://cdn.example.com/out/v1/ch/720_41.m4s");
    assertThat(first.duration()).isEqualTo(Duration.ofMillis(1920));
    assertThat(first.time()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    assertThat(first.map())
        .isEqualTo("#EXT-X-MAP:URI=\"https://cdn.example.com/out/v1/ch/720_init_1.mp4\"");
    MediaSegment second = playlist.segments().getLast();
    assertThat(second.map()).isEqualTo("#EXT-X-MAP:URI=\"https://cdn.example.com/abs/init.mp4\"");
    assertThat(second.tags()).containsExactly("#EXT-X-GAP");
    assertThat(playlist.headers()).containsExactly("#EXT-X-INDEPENDENT-SEGMENTS");
    assertThat(playlist.ended()).isFalse();
  }

  @Test
  void findsAvailsInDateRanges() throws Exception {
    MediaPlaylist playlist =
        read(
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:2
            #EXT-X-DATERANGE:ID="7-1",START-DATE="2026-11-22T12:00:00Z",PLANNED-DURATION=30.000,SCTE35-OUT=0xFC302500000000000000FFF01405000000077FEFFE00000000FE00292E0000010000000000000000
            #EXTINF:2,
            1.m4s
            #EXTINF:2,
            2.m4s
            #EXT-X-DATERANGE:ID="7-1",START-DATE="2026-11-22T12:00:00Z",DURATION=4,SCTE35-IN=0xFC00
            #EXTINF:2,
            3.m4s
            """);
    Marker.Out out = (Marker.Out) playlist.segments().get(0).markers().getFirst();
    assertThat(out.id()).isEqualTo("7-1");
    assertThat(out.duration()).isEqualTo(Duration.ofSeconds(30));
    assertThat(out.splice().variables()).containsEntry("scte.event_id", "7");
    assertThat(playlist.segments().get(1).markers()).isEmpty();
    assertThat(playlist.segments().get(2).markers()).containsExactly(new Marker.In("7-1"));
    assertThat(playlist.segments().get(0).markerTags()).hasSize(1);
  }

  @Test
  void findsAvailsInCueTagsOfAllSpellings() throws Exception {
    MediaPlaylist playlist =
        read(
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:2
            #EXT-OATCLS-SCTE35:/DAlAAAAAAAAAP/wFAUAAAAHf+/+AAAAAP4AKS4AAAEAAAAAAAAAAA==
            #EXT-X-CUE-OUT:30.000
            #EXTINF:2,
            1.m4s
            #EXT-X-CUE-OUT-CONT:ElapsedTime=2.000,Duration=30.000
            #EXTINF:2,
            2.m4s
            #EXT-X-CUE-IN
            #EXT-X-CUE-OUT:DURATION=15
            #EXTINF:2,
            3.m4s
            #EXT-X-CUE-OUT
            #EXTINF:2,
            4.m4s
            """);
    Marker.Out first = (Marker.Out) playlist.segments().get(0).markers().getFirst();
    assertThat(first.duration()).isEqualTo(Duration.ofSeconds(30));
    assertThat(first.splice().variables()).containsEntry("scte.event_id", "7");
    assertThat(playlist.segments().get(1).markers()).isEmpty();
    assertThat(playlist.segments().get(2).markers())
        .containsExactly(
            new Marker.In(""), new Marker.Out("", Duration.ofSeconds(15), Splice.NONE));
    assertThat(playlist.segments().get(3).markers())
        .containsExactly(new Marker.Out("", null, Splice.NONE));
  }

  @Test
  void givesRangesWithoutAnOffsetTheirOwn() throws Exception {
    MediaPlaylist playlist =
        read(
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:2
            #EXTINF:2,
            #EXT-X-BYTERANGE:100@20
            all.mp4
            #EXTINF:2,
            #EXT-X-BYTERANGE:50
            all.mp4
            #EXT-X-ENDLIST
            """);
    assertThat(playlist.segments().getLast().tags()).containsExactly("#EXT-X-BYTERANGE:50@120");
    assertThat(playlist.ended()).isTrue();
  }

  @Test
  void refusesWhatIsNoMediaPlaylist() {
    for (String text :
        new String[] {
          "",
          "<html>not found</html>",
          "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8",
          "#EXTM3U\n#EXTINF:2,\na.m4s",
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\na.m4s",
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:-1,\na.m4s",
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:1e99,\na.m4s",
          "#EXTM3U\n#EXT-X-TARGETDURATION:two",
          "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nht tp://bad uri"
        }) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(MalformedPlaylist.class);
    }
  }

  private static MediaPlaylist read(String text) throws MalformedPlaylist {
    return MediaPlaylist.parse(text, ADDRESS);
  }
}
