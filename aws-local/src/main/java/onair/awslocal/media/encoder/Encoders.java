package onair.awslocal.media.encoder;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import onair.awslocal.media.AdmissionRefused;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.FlowFeeds;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.media.Splice;
import onair.awslocal.media.packager.Origin;
import onair.awslocal.media.rtmp.Ingests;

/** All encoders of this machine, no more at a time than it can run. */
public final class Encoders implements LiveEncoders, AutoCloseable {

  private final EncoderWorkshop workshop;
  private final int most;
  private final ConcurrentMap<String, Encoder> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("encoder-watch").factory());

  /**
   * @param preset of x264, such as {@code superfast}
   * @param most channels that may be started at a time
   */
  public Encoders(
      Ffmpeg ffmpeg,
      String preset,
      int most,
      Ingests ingests,
      FlowFeeds feeds,
      Origin origin,
      InstantSource clock) {
    this.workshop = new EncoderWorkshop(ffmpeg, preset, ingests, feeds, origin, clock);
    this.most = most;
    var unused =
        watch.scheduleWithFixedDelay(
            () -> running.values().forEach(Encoder::checkProgress), 1, 1, TimeUnit.SECONDS);
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
    if (running.containsKey(job.channelId())) {
      return;
    }
    if (running.size() >= most) {
      throw new AdmissionRefused("this machine encodes %d channels at a time".formatted(most));
    }
    Encoder encoder = new Encoder(job, events, workshop);
    running.put(job.channelId(), encoder);
    encoder.start();
  }

  @Override
  public void splice(String channelId, Splice splice) {
    Encoder encoder = running.get(channelId);
    if (encoder != null) {
      encoder.splice(splice);
    }
  }

  @Override
  public synchronized void stop(String channelId) {
    Encoder encoder = running.remove(channelId);
    if (encoder != null) {
      encoder.stop();
    }
  }

  /** Kills a channel's process, and says false when there is none now. */
  public boolean kill(String channelId) {
    Encoder encoder = running.get(channelId);
    return encoder != null && encoder.crash();
  }

  @Override
  public Optional<EncoderHealth> health(String channelId) {
    return Optional.ofNullable(running.get(channelId)).map(Encoder::health);
  }

  /** What has happened to a started channel's encoder. */
  public Optional<EncoderCounters> counters(String channelId) {
    return Optional.ofNullable(running.get(channelId)).map(Encoder::counters);
  }

  /** Stops all of them. */
  @Override
  public void close() {
    watch.shutdown();
    running.keySet().forEach(this::stop);
  }
}
