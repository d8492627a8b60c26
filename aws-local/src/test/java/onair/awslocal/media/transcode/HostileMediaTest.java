package onair.awslocal.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import onair.awslocal.media.transcode.MediaProbe.Media;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileMediaTest {

  @TempDir Path folder;
  private Workshop workshop;

  @BeforeEach
  void open() throws Exception {
    workshop = new Workshop(folder);
  }

  @Test
  void emptyFileIsNoMedia() throws Exception {
    assertThat(workshop.refusal(workshop.files.text("empty.mp4", "")))
        .isEqualTo("the file is empty");
  }

  @Test
  void textCalledMp4IsNoMedia() throws Exception {
    assertThat(workshop.refusal(workshop.files.text("letter", "Dear reader, \n".repeat(1000))))
        .startsWith("it is not media of a known kind")
        .doesNotContain(folder.toString());
  }

  @Test
  void mp4WithoutItsIndexIsTruncated() throws Exception {
    byte[] whole = Files.readAllBytes(workshop.files.card("card.mp4", 4));
    Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));

    assertThat(workshop.refusal(cut)).contains("truncated");
  }

  @Test
  void mp4WhoseMediaBreaksOffIsTruncated() throws Exception {
    Path card = workshop.files.card("card.mp4", 20);
    Path faststart =
        workshop.files.make(
            "faststart.mp4", "-i", card.toString(), "-c", "copy", "-movflags", "+faststart");
    byte[] whole = Files.readAllBytes(faststart);
    Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length / 2));

    assertThat(workshop.refusal(cut)).isEqualTo("it breaks off before its end; it is truncated");
  }

  @Test
  void mediaWithoutDurationIsRefused() throws Exception {
    Path none =
        workshop.files.make(
            "none.mp4",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=duration=1",
            "-frames:v",
            "0",
            "-map",
            "0:v");

    assertThat(workshop.refusal(none)).isNotBlank();
  }

  @Test
  void hugePicturesAreRefusedBeforeTheyAreDecoded() throws Exception {
    Path film =
        workshop.files.make(
            "film.mp4",
            "-f",
            "lavfi",
            "-i",
            "color=size=9000x6000:rate=1:duration=1",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast");
    Path photograph =
        workshop.files.make(
            "photograph.mov",
            "-f",
            "lavfi",
            "-i",
            "color=size=16000x4000:rate=1:duration=1",
            "-c:v",
            "mjpeg");

    assertThat(workshop.refusal(film))
        .isEqualTo("its pictures of 9000 by 6000 pixels are too large");
    assertThat(workshop.refusal(photograph)).contains("too large");
  }

  @Test
  void playlistThatNamesFilesOfTheMachineIsNotFollowed() throws Exception {
    Path secret = workshop.files.card("secret.ts", 2);
    Path playlist =
        workshop.files.text(
            "list.mp4",
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:2
            #EXTINF:2,
            file://%s
            #EXT-X-ENDLIST
            """
                .formatted(secret));

    assertThat(workshop.refusal(playlist)).contains("playlist");
    assertThat(
            workshop.refusal(
                workshop.files.text(
                    "c.mp4", "ffconcat version 1.0\nfile '%s'\n".formatted(secret))))
        .contains("playlist");
  }

  @Test
  void playlistThatNamesAnAddressIsNotFetched() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> asked.incrementAndGet());
    server.start();
    try {
      String address = "http://127.0.0.1:%d/a.ts".formatted(server.getAddress().getPort());
      for (String text :
          new String[] {
            "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n%s\n#EXT-X-ENDLIST\n",
            "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\" mediaPresentationDuration=\"PT2S\"><Period><AdaptationSet><Representation id=\"1\" bandwidth=\"1\"><BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>",
            "ffconcat version 1.0\nfile %s\n",
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=control:%s\n"
          }) {
        assertThat(workshop.refusal(workshop.files.text("list.mp4", text.formatted(address))))
            .isNotBlank();
      }
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void longerThanTheLimitIsRefused() throws Exception {
    Workshop strict =
        new Workshop(
            Files.createDirectory(folder.resolve("strict")),
            new MediaLimits(1 << 20, 640 * 360, Duration.ofHours(1), Duration.ofHours(1)));
    Path large = strict.files.card("large.mp4", 1280, 720, 25, 1);

    assertThat(strict.refusal(large)).contains("1280 by 720");
  }

  @Test
  void workThatTakesTooLongIsEnded() throws Exception {
    Workshop hasty =
        new Workshop(
            Files.createDirectory(folder.resolve("hasty")),
            new MediaLimits(1 << 30, 8192 * 4320, Duration.ofHours(1), Duration.ofSeconds(1)));
    Media media = hasty.media(hasty.files.card("card.mp4", 1280, 720, 30, 60));

    assertThatThrownBy(
            () -> hasty.transcoder.cmaf(media, Workshop.ladder(), hasty.output, percent -> {}))
        .isInstanceOf(TranscodeFailed.class)
        .extracting(e -> ((TranscodeFailed) e).reason())
        .isEqualTo(TranscodeFailed.Reason.TIMED_OUT);
    assertThat(hasty.output).isEmptyDirectory();
  }
}
