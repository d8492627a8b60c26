package onair.awslocal.media.plane;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onair.awslocal.media.AudioRendition;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.EndpointSpec;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.ManifestSpec;
import onair.awslocal.media.VideoRendition;
import onair.awslocal.media.encoder.Ffmpeg;
import onair.awslocal.media.encoder.FfmpegFinder;
import org.jspecify.annotations.Nullable;

/** A media plane with small pictures, publishers that push to it, and players that read from it. */
final class Studio implements AutoCloseable {

  static final String TARGET = "group/channel";
  static final IngestPoint POINT = new IngestPoint("live", "a-secret-stream-name");
  static final Duration GOP = Duration.ofSeconds(1);

  final Ffmpeg ffmpeg;
  final MediaPlane plane;
  final OriginServer server;
  final Map<String, RecordedEvents> events = new ConcurrentHashMap<>();
  private final List<Publisher> publishers = new ArrayList<>();

  private Studio(Ffmpeg ffmpeg, MediaPlane plane) throws Exception {
    this.ffmpeg = ffmpeg;
    this.plane = plane;
    this.server = new OriginServer(plane.origin());
  }

  static Studio open(Path folder) throws Exception {
    return open(folder, 2);
  }

  /**
   * @param channels that can be encoded at once
   */
  static Studio open(Path folder, int channels) throws Exception {
    Ffmpeg ffmpeg =
        new FfmpegFinder(configured(), System.getenv("PATH"), folder.resolve("ffmpeg")).find();
    MediaPlaneConfig config =
        new MediaPlaneConfig(
            InetAddress.getByName("127.0.0.1"), 0, folder, ffmpeg.path(), "ultrafast", channels);
    return new Studio(ffmpeg, MediaPlane.start(config, InstantSource.system()));
  }

  /** The same override that aws-local has, so that the suite runs on another ffmpeg by choice. */
  private static @Nullable Path configured() {
    String path = System.getenv("AWS_LOCAL_FFMPEG");
    return path == null ? null : Path.of(path);
  }

  /** Everything a channel needs before a publisher comes. */
  RecordedEvents startChannel() {
    return startChannel(job());
  }

  RecordedEvents startChannel(EncoderJob job) {
    plane.origin().openChannel(job.ingestTarget());
    plane.origin().putEndpoint(job.ingestTarget(), endpoint());
    if (job.source() instanceof IngestPoint point) {
      plane.encoders().openIngest(point);
    }
    RecordedEvents recorded = new RecordedEvents();
    events.put(job.channelId(), recorded);
    plane.encoders().start(job, recorded);
    return recorded;
  }

  static EncoderJob job() {
    return new EncoderJob(
        "1234567",
        POINT,
        List.of(video("180p", 320, 180, 300_000), video("90p", 160, 90, 100_000)),
        List.of(new AudioRendition("audio", 64_000, 48_000, 2)),
        TARGET);
  }

  static VideoRendition video(String name, int width, int height, int bits) {
    return new VideoRendition(name, width, height, bits, 15, 1, GOP, "MAIN");
  }

  static EndpointSpec endpoint() {
    return new EndpointSpec(
        "web",
        GOP,
        Duration.ofMinutes(2),
        List.of(
            new ManifestSpec("index", ManifestSpec.Kind.HLS, Duration.ofSeconds(60)),
            new ManifestSpec("index", ManifestSpec.Kind.DASH, Duration.ofSeconds(60))));
  }

  Publisher publish() throws IOException {
    return publish(POINT);
  }

  Publisher publish(IngestPoint point, String... arguments) throws IOException {
    Publisher publisher = Publisher.start(ffmpeg, plane.rtmpPort(), point, arguments);
    publishers.add(publisher);
    return publisher;
  }

  /** A publisher of nothing but this colour. */
  Publisher colour(IngestPoint point, String colour) throws IOException {
    Publisher publisher = Publisher.colour(ffmpeg, plane.rtmpPort(), point, colour);
    publishers.add(publisher);
    return publisher;
  }

  void killPublishers() throws InterruptedException {
    for (Publisher publisher : publishers) {
      publisher.kill();
    }
    publishers.clear();
  }

  /** The encoders' ffmpeg processes of this JVM, found from outside. */
  List<ProcessHandle> encoderProcesses() {
    return ProcessHandle.current()
        .descendants()
        .filter(
            process -> List.of(process.info().arguments().orElse(new String[0])).contains("pipe:1"))
        .toList();
  }

  Player player() {
    return new Player(ffmpeg, server.address(TARGET, "web"));
  }

  @Override
  public void close() throws Exception {
    for (Publisher publisher : publishers) {
      publisher.kill();
    }
    plane.close();
    server.close();
  }
}
