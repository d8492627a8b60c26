package onair.awslocal.media.encoder;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import onair.awslocal.media.AdmissionRefused;
import onair.awslocal.media.EncoderCommand;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.media.Splice;
import onair.awslocal.media.Thumbnail;
import onair.awslocal.media.asset.Assets;
import onair.awslocal.media.packager.Origin;
import onair.awslocal.media.pull.Pullers;
import onair.awslocal.media.rtmp.Ingests;

/** All encoders of this machine, no more at a time than it can run. */
public final class Encoders implements LiveEncoders, AutoCloseable {

  private static final int MOST_PIPELINES = 2;
  private static final Duration TICK = Duration.ofMillis(200);

  private final EncoderWorkshop workshop;
  private final int most;
  private final ConcurrentMap<String, Encoder> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("encoder-watch").factory());

  /**
   * @param preset of x264, such as {@code superfast}
   * @param most channels that may be started at a time
   * @param folder for pictures; it exists
   */
  public Encoders(
      Ffmpeg ffmpeg,
      String preset,
      int most,
      Ingests ingests,
      FlowFeeds feeds,
      Pullers pullers,
      Assets assets,
      Path folder,
      Origin origin,
      InstantSource clock) {
    this.workshop =
        new EncoderWorkshop(
            ffmpeg,
            preset,
            ingests,
            feeds,
            pullers,
            assets,
            new Pictures(ffmpeg.path(), folder),
            origin,
            clock);
    this.most = most;
    var unused =
        watch.scheduleWithFixedDelay(
            () -> running.values().forEach(Encoder::tick),
            TICK.toMillis(),
            TICK.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void openIngest(IngestPoint point) {
    workshop.ingests().open(point);
  }

  @Override
  public void closeIngest(IngestPoint point) {
    workshop.ingests().close(point);
  }

  @Override
  public synchronized void start(EncoderJob job, EncoderEvents events) {
    if (running.containsKey(job.key())) {
      return;
    }
    boolean another = of(job.channelId()).isEmpty();
    if (another && channels() >= most) {
      throw new AdmissionRefused("this machine encodes %d channels at a time".formatted(most));
    }
    Encoder encoder = new Encoder(job, events, workshop);
    running.put(job.key(), encoder);
    encoder.start();
  }

  private long channels() {
    return running.keySet().stream()
        .map(key -> key.substring(0, key.lastIndexOf('/')))
        .distinct()
        .count();
  }

  /** The started pipelines of a channel, the first one first. */
  private List<Encoder> of(String channelId) {
    return IntStream.range(0, MOST_PIPELINES)
        .mapToObj(pipeline -> running.get(key(channelId, pipeline)))
        .filter(Objects::nonNull)
        .toList();
  }

  private static String key(String channelId, int pipeline) {
    return channelId + "/" + pipeline;
  }

  @Override
  public void splice(String channelId, Splice splice) {
    of(channelId).stream().findFirst().ifPresent(encoder -> encoder.splice(splice));
  }

  @Override
  public void command(String channelId, EncoderCommand command) {
    of(channelId).forEach(encoder -> encoder.command(command));
  }

  @Override
  public synchronized void stop(String channelId) {
    for (int pipeline = 0; pipeline < MOST_PIPELINES; pipeline++) {
      stop(channelId, pipeline);
    }
  }

  @Override
  public synchronized void stop(String channelId, int pipeline) {
    Encoder encoder = running.remove(key(channelId, pipeline));
    if (encoder != null) {
      encoder.stop();
    }
  }

  /**
   * Kills a pipeline's process, and says false when there is none now.
   *
   * @param time for which it is not started again
   */
  public boolean kill(String channelId, int pipeline, Duration time) {
    Encoder encoder = running.get(key(channelId, pipeline));
    return encoder != null && encoder.crash(time);
  }

  @Override
  public Optional<EncoderHealth> health(String channelId, int pipeline) {
    return Optional.ofNullable(running.get(key(channelId, pipeline))).map(Encoder::health);
  }

  @Override
  public Optional<Thumbnail> thumbnail(String channelId, int pipeline) {
    return Optional.ofNullable(running.get(key(channelId, pipeline))).flatMap(Encoder::thumbnail);
  }

  /** What has happened to a started channel's encoder. */
  public Optional<EncoderCounters> counters(String channelId) {
    return of(channelId).stream().findFirst().map(Encoder::counters);
  }

  /** Stops all of them. */
  @Override
  public void close() {
    watch.shutdown();
    running.keySet().forEach(key -> stop(key.substring(0, key.lastIndexOf('/'))));
  }
}
