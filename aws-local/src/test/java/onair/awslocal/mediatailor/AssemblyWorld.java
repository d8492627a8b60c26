package onair.awslocal.mediatailor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import onair.awslocal.life.Lifecycle;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.metrics.Metrics;
import onair.awslocal.model.Answer;
import onair.awslocal.model.World;
import onair.awslocal.origin.OriginDirectory;
import onair.awslocal.protocol.CallContext;
import onair.awslocal.state.StateStore;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediatailor.model.BadRequestException;
import software.amazon.awssdk.services.mediatailor.model.CreateChannelRequest;
import software.amazon.awssdk.services.mediatailor.model.MediaTailorException;
import software.amazon.awssdk.services.mediatailor.model.PlaybackMode;
import software.amazon.awssdk.services.mediatailor.model.ScheduleEntry;
import software.amazon.awssdk.services.mediatailor.model.SlateSource;
import software.amazon.awssdk.services.mediatailor.model.SourceLocation;

/**
 * Channel assembly in a process that can be restarted, beside what MediaTailor documents of it: two
 * source locations with two VOD sources each, one channel that loops and one that is linear.
 */
final class AssemblyWorld implements World {

  private static final CallContext CALLER = new CallContext("111122223333", "eu-west-1", "r");
  private static final Answer MISSING = Answer.refused(MediaTailorException.class);
  private static final Answer BAD = Answer.refused(BadRequestException.class);

  /** What a channel should be. */
  private static final class Line {
    final boolean linear;
    boolean running;
    final List<String> order = new ArrayList<>();
    final Map<String, String> sources = new HashMap<>();

    Line(boolean linear) {
      this.linear = linear;
    }
  }

  private final Path folder;
  private final Transcoder transcoder;
  private final Set<String> locations = new TreeSet<>();
  private final Set<String> sources = new TreeSet<>();
  private final Map<String, Line> channels = new TreeMap<>();
  private StateStore store;
  private LocalMediaTailor backend;

  AssemblyWorld(Path folder, Transcoder transcoder) {
    this.folder = folder;
    this.transcoder = transcoder;
    open();
  }

  private void open() {
    this.store = new StateStore(folder, () -> Instant.EPOCH, false);
    this.backend =
        new LocalMediaTailor(
            store,
            Lifecycle.manual(() -> Instant.EPOCH),
            folder,
            transcoder,
            new Metrics(InstantSource.system()),
            new OriginDirectory());
  }

  void restart() {
    close();
    open();
  }

  void createLocation(String name) {
    Answer expected = locations.contains(name) ? BAD : Answer.OK;
    expect(
        expected,
        aws ->
            aws.createSourceLocation(
                l ->
                    l.sourceLocationName(name)
                        .httpConfiguration(h -> h.baseUrl("https://a.example"))));
    if (expected.isOk()) {
      locations.add(name);
    }
  }

  void deleteLocation(String name) {
    boolean full = sources.stream().anyMatch(source -> source.startsWith(name + "/"));
    Answer expected = !locations.contains(name) ? MISSING : full ? BAD : Answer.OK;
    expect(expected, aws -> aws.deleteSourceLocation(l -> l.sourceLocationName(name)));
    if (expected.isOk()) {
      locations.remove(name);
    }
  }

  void createSource(String location, String name) {
    String path = location + "/" + name;
    Answer expected =
        !locations.contains(location) ? MISSING : sources.contains(path) ? BAD : Answer.OK;
    expect(
        expected,
        aws ->
            aws.createVodSource(
                s ->
                    s.sourceLocationName(location)
                        .vodSourceName(name)
                        .httpPackageConfigurations(
                            p -> p.path("/a.m3u8").sourceGroup("hls").type("HLS"))));
    if (expected.isOk()) {
      sources.add(path);
    }
  }

  void deleteSource(String location, String name) {
    String path = location + "/" + name;
    boolean shown = channels.values().stream().anyMatch(line -> line.sources.containsValue(path));
    boolean fills =
        path.equals("l0/v0") && channels.values().stream().anyMatch(line -> line.linear);
    Answer expected = !sources.contains(path) ? MISSING : shown || fills ? BAD : Answer.OK;
    expect(
        expected,
        aws -> aws.deleteVodSource(s -> s.sourceLocationName(location).vodSourceName(name)));
    if (expected.isOk()) {
      sources.remove(path);
    }
  }

  /** The linear one is filled with l0/v0. */
  void createChannel(boolean linear) {
    String name = linear ? "linear" : "loop";
    Answer expected =
        linear && !sources.contains("l0/v0")
            ? MISSING
            : channels.containsKey(name) ? BAD : Answer.OK;
    expect(expected, aws -> aws.createChannel(channel(name, linear)));
    if (expected.isOk()) {
      channels.put(name, new Line(linear));
    }
  }

  private static CreateChannelRequest channel(String name, boolean linear) {
    return CreateChannelRequest.builder()
        .channelName(name)
        .playbackMode(linear ? PlaybackMode.LINEAR : PlaybackMode.LOOP)
        .fillerSlate(
            linear
                ? SlateSource.builder().sourceLocationName("l0").vodSourceName("v0").build()
                : null)
        .outputs(
            o ->
                o.manifestName("index")
                    .sourceGroup("hls")
                    .hlsPlaylistSettings(h -> h.manifestWindowSeconds(60)))
        .build();
  }

  void turn(String name, boolean on) {
    Line line = channels.get(name);
    expect(
        line == null ? MISSING : Answer.OK,
        aws -> {
          if (on) {
            aws.startChannel(c -> c.channelName(name));
          } else {
            aws.stopChannel(c -> c.channelName(name));
          }
        });
    if (line != null) {
      line.running = on;
    }
  }

  void deleteChannel(String name) {
    Line line = channels.get(name);
    Answer expected = line == null ? MISSING : line.running ? BAD : Answer.OK;
    expect(expected, aws -> aws.deleteChannel(c -> c.channelName(name)));
    if (expected.isOk()) {
      channels.remove(name);
    }
  }

  /**
   * @param neighbour program to place it before or after; null for the beginning or the end
   */
  void createProgram(
      String channel, String name, String source, boolean before, @Nullable String neighbour) {
    Line line = channels.get(channel);
    boolean unknown =
        line == null
            || !sources.contains(source)
            || neighbour != null && !line.order.contains(neighbour);
    Answer expected =
        line != null && line.running && !line.linear
            ? BAD
            : unknown ? MISSING : line.order.contains(name) ? BAD : Answer.OK;
    expect(
        expected,
        aws ->
            aws.createProgram(
                p ->
                    p.channelName(channel)
                        .programName(name)
                        .sourceLocationName(source.split("/")[0])
                        .vodSourceName(source.split("/")[1])
                        .scheduleConfiguration(
                            s ->
                                s.transition(
                                    t ->
                                        t.type("RELATIVE")
                                            .relativeProgram(neighbour)
                                            .relativePosition(
                                                before ? "BEFORE_PROGRAM" : "AFTER_PROGRAM")))));
    if (expected.isOk()) {
      int at =
          neighbour == null
              ? before ? 0 : line.order.size()
              : line.order.indexOf(neighbour) + (before ? 0 : 1);
      line.order.add(at, name);
      line.sources.put(name, source);
    }
  }

  void deleteProgram(String channel, String name) {
    Line line = channels.get(channel);
    Answer expected =
        line == null
            ? MISSING
            : line.running && !line.linear ? BAD : line.order.contains(name) ? Answer.OK : MISSING;
    expect(expected, aws -> aws.deleteProgram(p -> p.channelName(channel).programName(name)));
    if (expected.isOk()) {
      line.order.remove(name);
      line.sources.remove(name);
    }
  }

  private void expect(Answer expected, Consumer<LocalMediaTailor> call) {
    CALLER.call(
        () -> {
          assertThat(Answer.to(() -> call.accept(backend))).isEqualTo(expected);
          return expected;
        });
  }

  @Override
  public void check() {
    CALLER.call(
        () -> {
          assertThat(backend.listSourceLocations(l -> {}).items())
              .extracting(SourceLocation::sourceLocationName)
              .containsExactlyElementsOf(locations);
          assertThat(backend.listChannels(l -> {}).items())
              .extracting(c -> c.channelName() + " " + c.channelState())
              .containsExactlyElementsOf(
                  channels.entrySet().stream()
                      .map(c -> c.getKey() + (c.getValue().running ? " RUNNING" : " STOPPED"))
                      .toList());
          channels.forEach(
              (name, line) ->
                  assertThat(backend.getChannelSchedule(s -> s.channelName(name)).items())
                      .extracting(ScheduleEntry::programName)
                      .containsExactlyElementsOf(line.order));
          return store;
        });
  }

  @Override
  public void close() {
    backend.close();
    store.close();
  }
}
