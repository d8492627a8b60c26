package onair.awslocal.media.plane;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import onair.awslocal.media.HlsOutput;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.media.LiveOrigin;
import onair.awslocal.media.MediaFaults;
import onair.awslocal.media.TransportFlows;
import onair.awslocal.media.asset.Assets;
import onair.awslocal.media.encoder.Encoders;
import onair.awslocal.media.encoder.Ffmpeg;
import onair.awslocal.media.encoder.FfmpegFinder;
import onair.awslocal.media.packager.Origin;
import onair.awslocal.media.pull.Pullers;
import onair.awslocal.media.rtmp.Ingests;
import onair.awslocal.media.rtmp.RtmpServer;
import onair.awslocal.media.srt.FeedHubs;
import onair.awslocal.media.srt.Flows;
import onair.awslocal.media.transcode.MediaLimits;
import onair.awslocal.media.transcode.Transcoder;
import onair.awslocal.media.transcode.TranscoderConfig;
import onair.awslocal.store.Bucket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole media plane of this machine: RTMP ingest, flows, encoders, origin, transcoder. */
public final class MediaPlane implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MediaPlane.class);

  private final RtmpServer rtmp;
  private final Closeable publishers;
  private final Flows flows;
  private final Encoders encoders;
  private final Origin origin;
  private final Transcoder transcoder;
  private final MediaFaults faults;

  private MediaPlane(
      RtmpServer rtmp,
      Closeable publishers,
      Flows flows,
      Encoders encoders,
      Origin origin,
      Transcoder transcoder,
      MediaFaults faults) {
    this.rtmp = rtmp;
    this.publishers = publishers;
    this.flows = flows;
    this.encoders = encoders;
    this.origin = origin;
    this.transcoder = transcoder;
    this.faults = faults;
  }

  /** A media plane with a port of its own that writes no HLS to objects. */
  public static MediaPlane start(MediaPlaneConfig config, InstantSource clock) throws IOException {
    RtmpServer rtmp = RtmpServer.start(config.address(), config.rtmpPort(), new Ingests());
    return start(config, rtmp, rtmp::close, clock, (store, name) -> Optional.empty());
  }

  /**
   * Takes the publishers of a port when it returns, and leaves them when it is closed.
   *
   * @param rtmp stays the caller's
   * @param buckets by who keeps them and their names: where HLS outputs go, and files come from
   * @throws IOException when the folder cannot be written or there is no ffmpeg
   */
  public static MediaPlane start(
      MediaPlaneConfig config,
      RtmpServer rtmp,
      InstantSource clock,
      BiFunction<HlsOutput.Store, String, Optional<Bucket>> buckets)
      throws IOException {
    return start(config, rtmp, () -> rtmp.serve(new Ingests()), clock, buckets);
  }

  private static MediaPlane start(
      MediaPlaneConfig config,
      RtmpServer rtmp,
      Closeable publishers,
      InstantSource clock,
      BiFunction<HlsOutput.Store, String, Optional<Bucket>> buckets)
      throws IOException {
    String searchPath = System.getenv().getOrDefault("PATH", "");
    Path folder = config.data();
    Ffmpeg ffmpeg = new FfmpegFinder(config.ffmpeg(), searchPath, folder.resolve("ffmpeg")).find();
    LOG.info("Encoding with ffmpeg {} at {}", ffmpeg.version(), ffmpeg.path());
    Origin origin =
        new Origin(
            folder.resolve("origin"),
            clock,
            output -> buckets.apply(output.store(), output.bucket()));
    Transcoder transcoder =
        Transcoder.start(
            new TranscoderConfig(
                ffmpeg,
                config.preset(),
                TranscoderConfig.defaultAtATime(Runtime.getRuntime().availableProcessors()),
                folder.resolve("transcode"),
                MediaLimits.DEFAULT));
    Ingests ingests = new Ingests();
    FeedHubs feeds = new FeedHubs();
    Path pictures = folder.resolve("pictures");
    Assets assets = new Assets(pictures, name -> buckets.apply(HlsOutput.Store.S3, name));
    Pullers pullers = new Pullers(ffmpeg.path(), assets);
    Encoders encoders =
        new Encoders(
            ffmpeg,
            config.preset(),
            config.maxEncoders(),
            ingests,
            feeds,
            pullers,
            assets,
            pictures,
            origin,
            clock);
    Flows flows = new Flows(ffmpeg.path(), folder.resolve("flows"), config.address(), feeds);
    rtmp.serve(ingests);
    MediaFaults faults = new Breakage(encoders, ingests, feeds, pullers);
    return new MediaPlane(rtmp, publishers, flows, encoders, origin, transcoder, faults);
  }

  /** What MediaLive asks. */
  public LiveEncoders encoders() {
    return encoders;
  }

  /** What MediaConnect asks. */
  public TransportFlows flows() {
    return flows;
  }

  /** What MediaPackage asks. */
  public LiveOrigin origin() {
    return origin;
  }

  /** What MediaConvert and MediaTailor ask. */
  public Transcoder transcoder() {
    return transcoder;
  }

  /** What tests ask. */
  public MediaFaults faults() {
    return faults;
  }

  /** The port publishers connect to. */
  public int rtmpPort() {
    return rtmp.port();
  }

  /** Drops publishers and senders, and ends all encoders. */
  @Override
  public void close() throws IOException {
    publishers.close();
    flows.close();
    encoders.close();
    transcoder.close();
  }
}
