package onair.awslocal.media.plane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderCommand;
import onair.awslocal.media.EncoderInput;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.InputLoss;
import onair.awslocal.media.LiveSource;
import onair.awslocal.media.Metadata;
import onair.awslocal.media.Overlay;
import onair.awslocal.media.Pull;
import onair.awslocal.media.Push;
import onair.awslocal.media.VideoRendition;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a channel shows: which input, with what over it, what in its place, and where it goes. */
class ProgrammeIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final VideoRendition SMALL =
      new VideoRendition("tiny", 160, 90, 100_000, 10, 1, Duration.ofSeconds(1), "MAIN");

  @TempDir private static Path folder;
  private static Studio studio;
  private static Props props;
  private static int channels;

  private final String channel = "channel-" + channels++;
  private final IngestPoint red = new IngestPoint("live", channel + "-red");
  private final IngestPoint blue = new IngestPoint("live", channel + "-blue");

  @BeforeAll
  static void openStudio() throws Exception {
    studio = Studio.open(folder.resolve("plane"), 20);
    props = Props.in(studio.ffmpeg, Files.createDirectory(folder.resolve("props")));
  }

  @AfterAll
  static void closeStudio() throws Exception {
    studio.close();
    props.close();
  }

  @AfterEach
  void stop() throws Exception {
    studio.plane.encoders().stop(channel);
    studio.killPublishers();
    assertThat(studio.encoderProcesses()).isEmpty();
  }

  @Test
  void switchesGoFromPublisherToFileAndOnWhenItEnds() throws Exception {
    String film = props.film(channel + ".mp4", "lime", 5);
    RecordedEvents events =
        start(
            null,
            input("first", red),
            input("second", blue),
            input("film", new Pull(channel, film, Map.of(), true, false)));
    studio.colour(red, "red");
    awaitColour("red");

    command(new EncoderCommand.SwitchInput("film", "to-film"));
    awaitColour("green");
    eventually().until(() -> events.all.contains("inputEnded: film"));
    studio.colour(blue, "blue");
    command(new EncoderCommand.SwitchInput("second", "to-second"));
    awaitColour("blue");

    assertThat(events.all)
        .contains("inputSwitched: film by to-film", "inputSwitched: second by to-second");
    assertThat(player().get("index_tiny.m3u8").body()).contains("#EXT-X-DISCONTINUITY\n");
    assertThat(studio.plane.encoders().health(channel, 0).orElseThrow().input())
        .isEqualTo("second");
  }

  @Test
  void whatIsPulledBySrtAndByHlsIsShown() throws Exception {
    String other = channel + "-other";
    studio.plane.encoders().openIngest(red);
    studio.startChannel(job(other, 0, null, List.of(), input("first", red)));
    int port = freePort();
    Process sender =
        new ProcessBuilder(
                List.of(
                    ("ffmpeg -nostdin -loglevel error -re -f lavfi -i"
                            + " color=c=blue:size=160x90:rate=10 -re -f lavfi -i"
                            + " sine=frequency=440:sample_rate=44100 -c:v libx264 -preset ultrafast"
                            + " -pix_fmt yuv420p -g 10 -c:a aac -passphrase a-secret-of-both"
                            + " -pbkeylen 16 -f mpegts srt://127.0.0.1:"
                            + port
                            + "?mode=listener")
                        .replaceFirst("ffmpeg", studio.ffmpeg.path().toString())
                        .split(" ")))
            .inheritIO()
            .start();
    try {
      studio.colour(red, "red");
      String playlist = studio.server.address("group/" + other, "web") + "index.m3u8";
      RecordedEvents events =
          start(
              null,
              input(
                  "srt",
                  new Pull(
                      channel + "-srt",
                      "srt://127.0.0.1:%d?mode=caller".formatted(port),
                      Map.of("passphrase", "a-secret-of-both"),
                      false,
                      false)),
              input("hls", new Pull(channel + "-hls", playlist, Map.of(), false, false)));

      awaitColour("blue");
      command(new EncoderCommand.PrepareInput("hls"));
      command(new EncoderCommand.SwitchInput("hls", "to-hls"));
      awaitColour("red");
      assertThat(events.all).contains("inputSwitched: hls by to-hls");
    } finally {
      studio.plane.encoders().stop(other);
      sender.destroyForcibly();
    }
  }

  @Test
  void theSecondInputTakesOverFromALostFirstOneAndGivesBack() throws Exception {
    EncoderInput.Failover failover =
        new EncoderInput.Failover("second", Duration.ofSeconds(1), Duration.ofSeconds(1), true);
    RecordedEvents events =
        start(null, new EncoderInput("first", red, failover), input("second", blue));
    Publisher first = studio.colour(red, "red");
    studio.colour(blue, "blue");
    awaitColour("red");

    first.kill();
    awaitColour("blue");
    studio.colour(red, "red");
    awaitColour("red");

    assertThat(events.all)
        .containsSubsequence("inputSwitched: second by null", "inputSwitched: first by null");
  }

  @Test
  void aSlateStandsInForALostInputWithPicturesOverIt() throws Exception {
    String slate = props.picture(channel + "-slate.png", Color.GREEN, 160, 90);
    String logo = props.picture(channel + "-logo.png", Color.WHITE, 40, 40);
    start(new InputLoss(Duration.ZERO, Duration.ZERO, 0, slate), input("first", red));
    awaitColour("green");
    Publisher publisher = studio.colour(red, "red");
    awaitColour("red");

    command(new EncoderCommand.ShowOverlay(overlay(logo, null)));
    awaitCorner("white");
    assertThat(colour()).isEqualTo("red");
    publisher.kill();
    awaitColour("green");
    assertThat(corner()).as("the picture stays over the slate").isEqualTo("white");
    command(new EncoderCommand.HideOverlay(0, Duration.ofMillis(300), Set.of()));
    awaitCorner("green");
    command(new EncoderCommand.ShowOverlay(overlay(logo, Duration.ofSeconds(3), "tiny")));
    awaitCorner("white");
    awaitCorner("green");

    assertThat(studio.plane.encoders().health(channel, 0).orElseThrow().filledMilliseconds())
        .isPositive();
    command(new EncoderCommand.ShowOverlay(overlay(props.address("none.png"), null)));
    eventually()
        .until(
            () ->
                studio.events.get(channel).all.stream()
                    .anyMatch(event -> event.startsWith("imageRefused: ")));
  }

  @Test
  void playbackGoesOnWhenOneOfTwoPipelinesDiesAndStopsWhileBothArePaused() throws Exception {
    // The one that is listed is the first that writes.
    start(null, 0, List.of(), input("first", red));
    studio.colour(red, "red");
    eventually().until(() -> segments() > 1);
    start(null, 1, List.of(), input("first", blue));
    studio.colour(blue, "blue");
    eventually().until(() -> studio.encoderProcesses().size() == 2);
    int alone = segments();
    eventually().until(() -> segments() > alone + 2);

    assertThat(studio.plane.faults().killEncoder(channel, 0, Duration.ofHours(1))).isTrue();
    eventually().until(() -> player().shows("index_tiny.m3u8", "#EXT-X-DISCONTINUITY\n"));
    int before = segments();
    eventually().until(() -> segments() > before + 2);
    assertThat(studio.encoderProcesses()).hasSize(1);

    command(new EncoderCommand.Pause(Set.of(0, 1)));
    eventually().until(() -> studio.encoderProcesses().isEmpty());
    command(new EncoderCommand.Tag(new Metadata.TextInEachSegment("segment $sn$")));
    command(new EncoderCommand.Tag(new Metadata.Once("ID3 once".getBytes(StandardCharsets.UTF_8))));
    int paused = segments();
    command(new EncoderCommand.Pause(Set.of()));
    eventually().until(() -> segments() > paused + 1);
    String last = lastSegment();
    String number = last.replaceAll(".*_(\\d+)\\.m4s", "$1");
    String bytes = bytes(last);
    assertThat(bytes).contains("emsg", "https://aomedia.org/emsg/ID3", "TXXX", "segment " + number);
    assertThat(allSegments()).containsOnlyOnce("ID3 once");
  }

  @Test
  void aDeadTargetHurtsNeitherTheOthersNorTheProgramme() throws Exception {
    int dead = freePort();
    int srt = freePort();
    IngestPoint partner = new IngestPoint("live", channel + "-partner");
    studio.plane.encoders().openIngest(partner);
    RecordedEvents events =
        start(
            null,
            0,
            List.of(
                push("dead", "rtmp://127.0.0.1:%d/live/key".formatted(dead), Push.Format.FLV),
                push(
                    "live",
                    "rtmp://127.0.0.1:%d/live/%s"
                        .formatted(studio.plane.rtmpPort(), partner.stream()),
                    Push.Format.FLV),
                push(
                    "srt",
                    "srt://127.0.0.1:%d?mode=caller&pkt_size=1316".formatted(srt),
                    Push.Format.MPEG_TS)),
            input("first", red));
    Path received = folder.resolve(channel + ".ts");
    Process listener =
        new ProcessBuilder(
                studio.ffmpeg.path().toString(),
                "-nostdin",
                "-loglevel",
                "error",
                "-i",
                "srt://127.0.0.1:%d?mode=listener".formatted(srt),
                "-c",
                "copy",
                "-f",
                "mpegts",
                received.toString())
            .inheritIO()
            .start();
    try {
      studio.colour(red, "red");

      eventually().until(() -> events.all.contains("pushConnected: live"));
      eventually().until(() -> events.all.contains("pushConnected: srt"));
      eventually().until(() -> events.all.stream().anyMatch(e -> e.startsWith("pushLost: dead: ")));
      String other = channel + "-other";
      studio.startChannel(job(other, 0, null, List.of(), input("first", partner)));
      try {
        eventually()
            .until(
                () -> studio.plane.encoders().thumbnail(other, 0).map(Colours::of).orElse(""),
                "red"::equals);
      } finally {
        studio.plane.encoders().stop(other);
      }
      eventually().until(() -> Files.exists(received) && Files.size(received) > 10_000);
      int before = segments();
      eventually().until(() -> segments() > before + 1);
    } finally {
      listener.destroyForcibly();
    }
    assertThat(events.all).noneMatch(event -> event.contains("live/key"));
  }

  private RecordedEvents start(@Nullable InputLoss loss, EncoderInput... inputs) {
    return start(loss, 0, List.of(), inputs);
  }

  private RecordedEvents start(
      @Nullable InputLoss loss, int pipeline, List<Push> pushes, EncoderInput... inputs) {
    for (EncoderInput input : inputs) {
      if (input.source() instanceof IngestPoint point) {
        studio.plane.encoders().openIngest(point);
      }
    }
    return studio.startChannel(job(channel, pipeline, loss, pushes, inputs));
  }

  private static EncoderJob job(
      String id,
      int pipeline,
      @Nullable InputLoss loss,
      List<Push> pushes,
      EncoderInput... inputs) {
    return new EncoderJob(
        id,
        pipeline,
        List.of(inputs),
        List.of(SMALL),
        List.of(new AudioRendition("audio", 64_000, 48_000, 2)),
        "group/" + id,
        List.of(),
        pushes,
        loss);
  }

  private static EncoderInput input(String name, LiveSource source) {
    return new EncoderInput(name, source, null);
  }

  private static Push push(String name, String url, Push.Format format) {
    return new Push(name, url, Map.of(), format, "tiny", List.of("audio"), 1);
  }

  private static Overlay overlay(String image, @Nullable Duration duration, String... renditions) {
    Duration fade = Duration.ofMillis(200);
    return new Overlay(0, image, 0, 0, null, null, 100, fade, fade, duration, Set.of(renditions));
  }

  private void command(EncoderCommand command) {
    studio.plane.encoders().command(channel, command);
  }

  private void awaitColour(String colour) {
    eventually().until(this::colour, colour::equals);
  }

  private void awaitCorner(String colour) {
    eventually().until(this::corner, colour::equals);
  }

  private String colour() {
    return studio
        .plane
        .encoders()
        .thumbnail(channel, 0)
        .map(picture -> Colours.at(picture, 0.8, 0.8))
        .orElse("none");
  }

  private String corner() {
    return studio
        .plane
        .encoders()
        .thumbnail(channel, 0)
        .map(picture -> Colours.at(picture, 0.1, 0.15))
        .orElse("none");
  }

  private Player player() {
    return new Player(studio.ffmpeg, studio.server.address("group/" + channel, "web"));
  }

  private int segments() {
    return (int) lines().get().count();
  }

  private Supplier<java.util.stream.Stream<String>> lines() {
    var answer = player().get("index_tiny.m3u8");
    String body = answer.statusCode() == 200 ? answer.body() : "";
    return () -> body.lines().filter(line -> line.endsWith(".m4s"));
  }

  private String lastSegment() {
    return lines().get().reduce((first, second) -> second).orElseThrow();
  }

  private String allSegments() throws Exception {
    StringBuilder all = new StringBuilder();
    for (String segment : lines().get().toList()) {
      all.append(bytes(segment));
    }
    return all.toString();
  }

  private String bytes(String file) throws Exception {
    String address = studio.server.address("group/" + channel, "web") + file;
    try (InputStream in = URI.create(address).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static int freePort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static ConditionFactory eventually() {
    return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500));
  }
}
