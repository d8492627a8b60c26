package onair.awslocal.mediatailor.hls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MultivariantPlaylistTest {

  private static final URI ADDRESS = URI.create("https://cdn.example.com/out/index.m3u8?a=b");

  private static final String TEXT =
      """
      #EXTM3U
      #EXT-X-VERSION:7
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="aac",DEFAULT=YES,CHANNELS="2",URI="index_aac.m3u8"
      #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subs",NAME="en",URI="en.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=2000000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970,AUDIO="audio",SUBTITLES="subs"
      index_720.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.4d401e,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=29.970,AUDIO="audio"
      index_360.m3u8
      #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=10000,URI="iframes.m3u8"
      """;

  @Test
  void listsVideoAndSoundAndLeavesOutWhatAdsDoNotHave() throws Exception {
    var playlist = MultivariantPlaylist.parse(TEXT, ADDRESS);
    assertThat(playlist.renditions())
        .extracting(r -> r.address().toString())
        .containsExactly(
            "https://cdn.example.com/out/index_aac.m3u8",
            "https://cdn.example.com/out/index_720.m3u8",
            "https://cdn.example.com/out/index_360.m3u8");
    Rendition video = playlist.renditions().get(1);
    assertThat(video.width()).isEqualTo(1280);
    assertThat(video.height()).isEqualTo(720);
    assertThat(video.frameRate()).isEqualByComparingTo("29.97");
    assertThat(video.isMuxed()).isFalse();
    assertThat(playlist.write(index -> "../m/" + index + ".m3u8"))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="aac",DEFAULT=YES,CHANNELS="2",URI="../m/0.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=2000000,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=29.970,AUDIO="audio"
            ../m/1.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.4d401e,mp4a.40.2",RESOLUTION=640x360,FRAME-RATE=29.970,AUDIO="audio"
            ../m/2.m3u8
            """);
  }

  @Test
  void knowsAPlaylistThatSeveralLinesLeadToOnce() throws Exception {
    var playlist =
        MultivariantPlaylist.parse(
            """
            #EXTM3U
            #EXT-X-STREAM-INF:BANDWIDTH=2,CODECS="avc1.4d401f,mp4a.40.2"
            a.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=3
            a.m3u8
            """,
            ADDRESS);
    assertThat(playlist.renditions()).hasSize(1);
    assertThat(playlist.renditions().getFirst().isMuxed()).isTrue();
  }

  @Test
  void refusesWhatLeadsNowhere() {
    for (String text :
        new String[] {"", "#EXTM3U", "#EXTM3U\n#EXT-X-STREAM-INF:RESOLUTION=axb\na.m3u8"}) {
      assertThatThrownBy(() -> MultivariantPlaylist.parse(text, ADDRESS))
          .as(text)
          .isInstanceOf(MalformedPlaylist.class);
    }
  }
}
