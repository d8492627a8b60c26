package onair.vod.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlaylistsTest {

  @Test
  void findsVariantsWithTheLargestPictureFirst() {
    assertThat(
            Playlists.variants(
                """
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",URI="audio.m3u8"
                #EXT-X-STREAM-INF:BANDWIDTH=900000,RESOLUTION=640x360,AUDIO="audio"
                v360.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=3200000,RESOLUTION=1280x720,AUDIO="audio"
                v720.m3u8
                #EXT-X-STREAM-INF:BANDWIDTH=100000
                sound.m3u8
                """))
        .containsExactly(
            new Playlists.Variant("v720.m3u8", 1280, 720),
            new Playlists.Variant("v360.m3u8", 640, 360),
            new Playlists.Variant("sound.m3u8", 0, 0));
  }

  @Test
  void findsWhereCmafMediaBegin() {
    String playlist =
        """
        #EXTM3U
        #EXT-X-MAP:URI="init.mp4"
        #EXTINF:2.000,
        #EXT-X-PROGRAM-DATE-TIME:2026-11-22T18:00:00Z
        sub/a.mp4
        #EXTINF:2,
        b.mp4
        """;
    assertThat(Playlists.beginning(playlist))
        .contains(new Playlists.Beginning("init.mp4", "sub/a.mp4"));
    assertThat(Playlists.beginning(playlist.replace("#EXT-X-MAP", "#"))).isEmpty();
    assertThat(Playlists.beginning("#EXTM3U\n#EXTINF:2,\na.ts\n")).isEmpty();
    assertThat(
            Playlists.beginning(
                """
                #EXT-X-MAP:URI="all.mp4",BYTERANGE="800@0"
                #EXTINF:2,
                #EXT-X-BYTERANGE:10@800
                all.mp4
                """))
        .isEmpty();
  }

  @Test
  void findsWhatAPlaylistNames() {
    assertThat(Playlists.resolved("vod/as_1/index.m3u8", "v/720.m3u8?a=b"))
        .contains("vod/as_1/v/720.m3u8");
    assertThat(Playlists.resolved("vod/as_1/v/720.m3u8", "../init.mp4"))
        .contains("vod/as_1/init.mp4");
    assertThat(Playlists.resolved("vod/as_1/index.m3u8", "https://elsewhere/a.m3u8")).isEmpty();
    assertThat(Playlists.resolved("vod/as_1/index.m3u8", "//elsewhere/a.m3u8")).isEmpty();
    assertThat(Playlists.resolved("vod/as_1/index.m3u8", "a b")).isEmpty();
  }

  @Test
  void addsUpSegments() {
    String playlist =
        """
        #EXTM3U
        #EXT-X-MAP:URI="init.mp4"
        #EXTINF:2.000,
        a.mp4
        #EXTINF:2,
        b.mp4
        #EXTINF:0.533,
        c.mp4
        #EXT-X-ENDLIST
        """;
    assertThat(Playlists.duration(playlist)).contains(Duration.ofMillis(4533));
    assertThat(Playlists.variants(playlist)).isEmpty();
    assertThat(Playlists.duration("#EXTM3U\n#EXT-X-ENDLIST\n")).isEmpty();
    assertThat(Playlists.duration("not a playlist")).isEmpty();
  }
}
