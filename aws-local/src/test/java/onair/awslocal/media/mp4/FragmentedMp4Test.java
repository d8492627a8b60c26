package onair.awslocal.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import onair.awslocal.media.encoder.Ffmpeg;
import onair.awslocal.media.encoder.FfmpegFinder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentedMp4Test {

  private static final int BYTES_OF_FTYP = 28;

  @TempDir static Path folder;
  private static byte[] sample;

  /** Three seconds of two pictures and a sound, as the encoder writes them. */
  @BeforeAll
  static void makeSample() throws Exception {
    Ffmpeg ffmpeg = new FfmpegFinder(null, System.getenv("PATH"), folder).find();
    List<String> command = new ArrayList<>(List.of(ffmpeg.path().toString(), "-nostdin"));
    command.addAll(List.of("-hide_banner", "-loglevel", "error"));
    command.addAll(List.of("-f", "lavfi", "-i", "testsrc2=size=64x36:rate=10"));
    command.addAll(List.of("-f", "lavfi", "-i", "sine=sample_rate=48000"));
    command.addAll(List.of("-map", "0:v", "-map", "0:v", "-map", "1:a", "-t", "3"));
    command.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"));
    command.addAll(List.of("-g", "10", "-bf", "0", "-s:v:1", "32x18", "-c:a", "aac"));
    command.addAll(List.of("-video_track_timescale", "90000", "-movflags"));
    command.add("frag_keyframe+empty_moov+default_base_moof+separate_moof+skip_trailer");
    command.addAll(List.of("-f", "mp4", "pipe:1"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    sample = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void readsTheTracks() throws Exception {
    List<Track> tracks = open(sample).tracks();

    assertThat(tracks).extracting(Track::id).containsExactly(1, 2, 3);
    assertThat(tracks).extracting(Track::isVideo).containsExactly(true, true, false);
    assertThat(tracks).extracting(Track::timescale).containsExactly(90_000L, 90_000L, 48_000L);
    assertThat(tracks.get(0).codec()).matches("avc1\\.42[0-9a-f]{4}");
    assertThat(tracks.get(0).width()).isEqualTo(64);
    assertThat(tracks.get(1).height()).isEqualTo(18);
    assertThat(tracks.get(2).codec()).isEqualTo("mp4a.40.2");
    assertThat(tracks.get(2).sampleRate()).isEqualTo(48_000);
    assertThat(tracks.get(2).channels()).isEqualTo(1);
  }

  @Test
  void eachTrackHasAHeaderOfItsOwn() throws Exception {
    for (Track track : open(sample).tracks()) {
      FragmentedMp4 alone = open(track.init());

      assertThat(alone.tracks()).hasSize(1);
      assertThat(alone.tracks().getFirst().id()).isEqualTo(track.id());
      assertThat(alone.next()).isNull();
    }
  }

  @Test
  void readsOneFragmentPerTrackAndKeyframe() throws Exception {
    List<Fragment> fragments = readAll(sample);

    assertThat(fragments).extracting(Fragment::trackId).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3);
    assertThat(fragments).allMatch(Fragment::keyframe);
    List<Fragment> pictures = fragments.stream().filter(f -> f.trackId() == 1).toList();
    assertThat(pictures).extracting(Fragment::samples).containsExactly(10, 10, 10);
    assertThat(pictures.get(2).start() - pictures.get(1).start()).isEqualTo(90_000);
    assertThat(pictures.get(1).duration()).isEqualTo(90_000);
    assertThat(fragments.stream().mapToLong(f -> f.bytes().length).sum())
        .isEqualTo(sample.length - indexOf("moof"));
  }

  @Test
  void streamThatEndsInsideABoxIsAnErrorAndOneThatEndsBetweenIsNot() throws Exception {
    int media = indexOf("moof");

    assertThat(open(Arrays.copyOf(sample, media)).next()).isNull();
    assertThat(FragmentedMp4.open(new ByteArrayInputStream(new byte[0]))).isNull();
    for (int length : new int[] {4, 40, media + 20, sample.length - 1}) {
      assertThatThrownBy(() -> readAll(Arrays.copyOf(sample, length)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesOtherFiles() {
    byte[] flv = "FLV\1\5\0\0\0\11....................".getBytes(StandardCharsets.ISO_8859_1);
    byte[] endless =
        ByteBuffer.allocate(8).putInt(0).put("ftyp".getBytes(StandardCharsets.US_ASCII)).array();
    byte[] huge =
        ByteBuffer.allocate(8).putInt(-1).put("moov".getBytes(StandardCharsets.US_ASCII)).array();

    for (byte[] other : List.of(flv, endless, huge)) {
      assertThatThrownBy(() -> readAll(other)).isInstanceOf(MalformedMp4.class);
    }
  }

  @Test
  void refusesARunThatClaimsMillionsOfSamples() {
    byte[] liar = sample.clone();
    int count = indexOf("trun") + 8;
    ByteBuffer.wrap(liar).putInt(count, Integer.MAX_VALUE);

    assertThatThrownBy(() -> readAll(liar))
        .isInstanceOf(MalformedMp4.class)
        .hasMessageContaining("2147483647 samples");
  }

  /** Whatever is broken, the answer is an exception of the stream, soon. */
  @Test
  void anyBrokenBytesAreAnErrorOrHarmless() {
    Random random = new Random(5);
    int media = indexOf("mdat");
    for (int i = 0; i < 5_000; i++) {
      byte[] broken = sample.clone();
      for (int j = 0; j < 3; j++) {
        broken[BYTES_OF_FTYP + random.nextInt(media - BYTES_OF_FTYP)] = (byte) random.nextInt();
      }
      try {
        readAll(broken);
      } catch (IOException e) {
        assertThat(e).isNotNull();
      }
    }
  }

  private static FragmentedMp4 open(byte[] bytes) throws IOException {
    FragmentedMp4 mp4 = FragmentedMp4.open(new ByteArrayInputStream(bytes));
    if (mp4 == null) {
      throw new AssertionError("empty");
    }
    return mp4;
  }

  private static List<Fragment> readAll(byte[] bytes) throws IOException {
    FragmentedMp4 mp4 = open(bytes);
    List<Fragment> fragments = new ArrayList<>();
    for (Fragment next = mp4.next(); next != null; next = mp4.next()) {
      fragments.add(next);
    }
    return fragments;
  }

  /** Where the first box of this type begins. */
  private static int indexOf(String type) {
    int at = new String(sample, StandardCharsets.ISO_8859_1).indexOf(type);
    return type.equals("trun") ? at : at - 4;
  }
}
