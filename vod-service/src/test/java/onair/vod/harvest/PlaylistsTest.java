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
