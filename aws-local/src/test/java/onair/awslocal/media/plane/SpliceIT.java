package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import onair.awslocal.media.AdMarkers;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.Splice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A break signalled into real video. */
class SpliceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final Set<Splice.Message> ALL = Set.of(Splice.Message.values());
  private static final Pattern OUT =
      Pattern.compile(
          "#EXT-X-CUE-OUT:3\\.000\n#EXT-X-PROGRAM-DATE-TIME:(\\S+)\n#EXTINF:(\\S+),\n(\\S+)\n");
  private static final Pattern IN =
      Pattern.compile("#EXT-X-CUE-IN\n#EXT-X-PROGRAM-DATE-TIME:(\\S+)\n");

  @TempDir Path folder;
  private Studio studio;

  @BeforeEach
  void openStudio() throws Exception {
    studio = Studio.open(folder);
  }

  @AfterEach
  void closeStudio() throws Exception {
    studio.close();
  }

  @Test
  void breakIsCutOutOfEveryEndpointWithinAGopAndPlaysThrough() throws Exception {
    studio.startChannel();
    studio.plane.origin().putEndpoint(Studio.TARGET, marked());
    studio.publish();
    Player player = new Player(studio.ffmpeg, studio.server.address(Studio.TARGET, "marked"));
    await().atMost(PATIENCE).until(() -> player.shows("index_180p.m3u8", "m4s"));

    Instant asked = Instant.now();
    studio
        .plane
        .encoders()
        .splice(
            Studio.job().channelId(),
            new Splice.Out(Splice.Message.SPLICE_INSERT, 42, asked, Duration.ofSeconds(3)));
    await().atMost(PATIENCE).until(() -> player.shows("index_180p.m3u8", "#EXT-X-CUE-IN"));

    String playlist = player.get("index_180p.m3u8").body();
    Instant out = Instant.parse(found(OUT, playlist).group(1));
    Instant in = Instant.parse(found(IN, playlist).group(1));
    assertThat(out).isBetween(asked, asked.plus(Studio.GOP));
    assertThat(Duration.between(out, in)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    assertThat(playlist)
        .contains("#EXT-X-CUE-OUT-CONT:ElapsedTime=2")
        .doesNotContain("#EXT-X-DISCONTINUITY\n");
    for (String rendition : List.of("90p", "audio")) {
      assertThat(player.get("index_" + rendition + ".m3u8").body())
          .contains("#EXT-X-CUE-OUT:3.000", "#EXT-X-CUE-IN");
    }
    assertThat(player.get("index.mpd").body()).contains("<EventStream", "<Binary>");
    assertThat(studio.player().get("index_180p.m3u8").body())
        .as("the endpoint without markers")
        .doesNotContain("CUE");
    assertThat(player.decodeHls("index_180p.m3u8", "0:v", 7)).isGreaterThan(90);
    assertThat(player.decodeHls("index_audio.m3u8", "0:a", 7)).isGreaterThan(300);
    assertThat(player.decodeDash("index.mpd", "0:v:0", 3)).isGreaterThan(40);
  }

  private static Matcher found(Pattern pattern, String playlist) {
    Matcher matcher = pattern.matcher(playlist);
    assertThat(matcher.find()).as(playlist).isTrue();
    return matcher;
  }

  /** Segments of two GOPs, so that both ends of a break cut one. */
  private static EndpointSpec marked() {
    Duration window = Duration.ofMinutes(1);
    return new EndpointSpec(
        "marked",
        Studio.GOP.multipliedBy(2),
        Duration.ofMinutes(2),
        List.of(
            new ManifestSpec(
                "index", ManifestSpec.Kind.HLS, window, new AdMarkers(AdMarkers.Form.CUE, ALL)),
            new ManifestSpec(
                "index",
                ManifestSpec.Kind.DASH,
                window,
                new AdMarkers(AdMarkers.Form.EVENTS_BINARY, ALL))));
  }
}
