package onair.vod.caption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptionPlaylistsTest {

  private static final String ORIGINAL =
      """
      #EXTM3U
      #EXT-X-VERSION:7
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="a",URI="audio.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=900000,AUDIO="audio"
      v360.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=3200000,SUBTITLES="theirs"
      v720.m3u8
      #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="i.m3u8"
      """;

  private static Caption caption(String id, String name, String language) {
    return new Caption(
        id,
        "org_1",
        "as_1",
        1,
        name,
        language,
        Map.of(),
        Caption.Status.READY,
        null,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  @Test
  void everyVariantLeadsToEveryCaption() {
    String changed =
        CaptionPlaylists.multivariant(
            ORIGINAL,
            List.of(caption("cap_1", "English", "en"), caption("cap_2", "Deutsch", "de")));

    assertThat(changed)
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="a",URI="audio.m3u8"
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions/cap_1.m3u8"
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Deutsch",LANGUAGE="de",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions/cap_2.m3u8"
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="theirs",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions/cap_1.m3u8"
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="theirs",NAME="Deutsch",LANGUAGE="de",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions/cap_2.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=900000,AUDIO="audio",SUBTITLES="captions"
            v360.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=3200000,SUBTITLES="theirs"
            v720.m3u8
            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="i.m3u8"
            """);
  }

  @Test
  void withoutCaptionsItIsTheOriginalToTheByte() {
    String strange = ORIGINAL.replace("\n", "\r\n") + "\r\n";
    assertThat(CaptionPlaylists.multivariant(strange, List.of())).isEqualTo(strange);
    assertThatThrownBy(
            () -> CaptionPlaylists.multivariant("#EXTM3U\n", List.of(caption("cap_1", "a", "en"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCaptionIsAsLongAsItsAsset() {
    assertThat(CaptionPlaylists.media("cap_1", Duration.ofMillis(61_040)))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:3
            #EXT-X-TARGETDURATION:62
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXTINF:61.040,
            cap_1.vtt
            #EXT-X-ENDLIST
            """);
  }
}
