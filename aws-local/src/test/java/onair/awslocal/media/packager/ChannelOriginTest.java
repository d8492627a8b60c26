package onair.awslocal.media.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.mp4.Fragment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelOriginTest {

  private static final int GOP_TICKS = 180_000;

  @TempDir Path folder;
  private GopFiles files;
  private ChannelOrigin channel;

  @BeforeEach
  void open() throws IOException {
    files = GopFiles.in(folder);
    channel = new ChannelOrigin(files, InstantSource.fixed(Samples.NOON));
  }

  @Test
  void diskHoldsNoMoreThanTheEndpointsReachBackTo() throws Exception {
    channel.put(endpoint("web", 2));
    RunRecorder run = begin(1);

    write(run, 0, 200);

    // A window of ten seconds and three segments, twice, and the segment that is leaving.
    assertThat(gopsOnDisk()).isBetween(16, 18);
    EndpointView view = channel.view("web").orElseThrow();
    for (Segment segment : view.segments()) {
      assertThat(files.read(segment.parts(0))).hasSize(8);
    }
  }

  @Test
  void endpointsCutTheSameGopsDifferently() throws Exception {
    channel.put(endpoint("short", 2));
    channel.put(endpoint("long", 6));

    write(begin(1), 0, 6);

    assertThat(channel.view("short").orElseThrow().segments()).hasSize(6);
    assertThat(channel.view("long").orElseThrow().segments()).hasSize(2);
    Segment six = channel.view("long").orElseThrow().segments().getFirst();
    assertThat(files.read(six.parts(0))).hasSize(24);
  }

  @Test
  void laterEndpointBeginsWithWhatIsKept() throws Exception {
    write(begin(1), 0, 4);

    channel.put(endpoint("late", 2));

    assertThat(channel.view("late").orElseThrow().segments())
        .extracting(Segment::number)
        .startsWith(Samples.NOON.getEpochSecond())
        .hasSize(4);
  }

  @Test
  void endpointThatIsResetHasOnlyWhatComesThen() throws Exception {
    channel.put(endpoint("web", 2));
    channel.put(endpoint("other", 2));
    RunRecorder run = begin(1);
    write(run, 0, 4);

    channel.reset("web");
    assertThat(channel.view("web").orElseThrow().segments()).isEmpty();
    write(run, 4, 6);

    assertThat(channel.view("web").orElseThrow().segments()).hasSize(2);
    assertThat(channel.view("other").orElseThrow().segments()).hasSize(6);
  }

  @Test
  void onlyOneEncoderWritesAtATime() throws Exception {
    RunRecorder first = begin(1);

    assertThatThrownBy(() -> begin(2)).hasMessageContaining("another encoder");
    channel.end("", first);
    begin(3);
  }

  @Test
  void foldersOfRunsThatHaveLeftAreRemoved() throws Exception {
    channel.put(endpoint("web", 2));
    for (int id = 1; id <= 40; id++) {
      RunRecorder run = begin(id);
      write(run, id * 2, id * 2 + 2);
      channel.end("", run);
    }

    try (var runs = Files.list(folder)) {
      assertThat(runs.count()).isLessThan(15);
    }
  }

  @Test
  void closedChannelKeepsNothingAndTakesNothing() throws Exception {
    RunRecorder run = begin(1);
    write(run, 0, 3);

    channel.close();

    assertThat(folder).isEmptyDirectory();
    assertThatThrownBy(() -> write(run, 3, 4)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> begin(2)).hasMessageContaining("closed");
  }

  private RunRecorder begin(long id) throws IngestRefused {
    RunRecorder run =
        new RunRecorder(
            id, Samples.NOON.plusSeconds(id * 4), List.of(Samples.HIGH), Duration.ZERO, files);
    channel.begin("", run);
    return run;
  }

  private void write(RunRecorder run, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      channel.append(
          "", run.add(new Fragment(1, (long) i * GOP_TICKS, GOP_TICKS, 60, true, new byte[8])));
    }
  }

  private int gopsOnDisk() throws IOException {
    try (var tree = Files.walk(folder)) {
      return (int) tree.filter(Files::isRegularFile).count();
    }
  }

  private static EndpointSpec endpoint(String name, int seconds) {
    ManifestSpec manifest =
        new ManifestSpec("index", ManifestSpec.Kind.HLS, Duration.ofSeconds(10));
    return new EndpointSpec(name, Duration.ofSeconds(seconds), Duration.ZERO, List.of(manifest));
  }
}
