package onair.awslocal.medialive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.AdmissionRefused;
import onair.awslocal.media.EncoderCommand;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.media.Splice;
import onair.awslocal.media.Thumbnail;

/** Encoders that only remember what they were asked; tests report what happens to them. */
final class FakeEncoders implements LiveEncoders {

  final Set<IngestPoint> open = new LinkedHashSet<>();
  final Map<String, EncoderJob> jobs = new LinkedHashMap<>();
  final List<String> stopped = new ArrayList<>();
  final List<Splice> splices = new ArrayList<>();
  final List<EncoderCommand> commands = new ArrayList<>();
  final Map<String, Thumbnail> thumbnails = new LinkedHashMap<>();
  final Map<String, EncoderHealth> health = new LinkedHashMap<>();
  boolean full;
  boolean publisherIsThere;

  private final Map<String, EncoderEvents> events = new LinkedHashMap<>();

  @Override
  public synchronized void openIngest(IngestPoint point) {
    open.add(point);
  }

  @Override
  public synchronized void closeIngest(IngestPoint point) {
    open.remove(point);
  }

  @Override
  public synchronized void start(EncoderJob job, EncoderEvents listener) {
    if (full) {
      throw new AdmissionRefused("this machine encodes 0 channels at a time");
    }
    String key = key(job.channelId(), job.pipeline());
    jobs.put(key, job);
    events.put(key, listener);
    if (publisherIsThere) {
      listener.inputConnected();
      listener.firstOutput();
    }
  }

  @Override
  public synchronized void splice(String channelId, Splice splice) {
    splices.add(splice);
  }

  @Override
  public synchronized void command(String channelId, EncoderCommand command) {
    commands.add(command);
  }

  @Override
  public synchronized Optional<EncoderHealth> health(String channelId, int pipeline) {
    return Optional.ofNullable(health.get(key(channelId, pipeline)));
  }

  @Override
  public synchronized Optional<Thumbnail> thumbnail(String channelId, int pipeline) {
    return Optional.ofNullable(thumbnails.get(key(channelId, pipeline)));
  }

  /** What tests call a pipeline: the first one as its channel. */
  static String key(String channelId, int pipeline) {
    return pipeline == 0 ? channelId : channelId + "/" + pipeline;
  }

  @Override
  public synchronized void stop(String channelId) {
    stopped.add(channelId);
    jobs.remove(channelId);
    jobs.remove(key(channelId, 1));
  }

  @Override
  public synchronized void stop(String channelId, int pipeline) {
    stopped.add(key(channelId, pipeline));
    jobs.remove(key(channelId, pipeline));
    health.remove(key(channelId, pipeline));
  }

  /** What the media plane tells of a channel, also after it was stopped. */
  EncoderEvents of(String channelId) {
    EncoderEvents listener = events.get(channelId);
    if (listener == null) {
      throw new IllegalStateException("channel " + channelId + " was never started");
    }
    return listener;
  }
}
