package onair.awslocal.medialive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import onair.awslocal.media.AdmissionRefused;
import onair.awslocal.media.EncoderEvents;
import onair.awslocal.media.EncoderHealth;
import onair.awslocal.media.EncoderJob;
import onair.awslocal.media.IngestPoint;
import onair.awslocal.media.LiveEncoders;
import onair.awslocal.media.Splice;

/** Encoders that only remember what they were asked; tests report what happens to them. */
final class FakeEncoders implements LiveEncoders {

  final Set<IngestPoint> open = new LinkedHashSet<>();
  final Map<String, EncoderJob> jobs = new LinkedHashMap<>();
  final List<String> stopped = new ArrayList<>();
  final List<Splice> splices = new ArrayList<>();
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
    jobs.put(job.channelId(), job);
    events.put(job.channelId(), listener);
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
  public synchronized Optional<EncoderHealth> health(String channelId) {
    return Optional.ofNullable(health.get(channelId));
  }

  @Override
  public synchronized void stop(String channelId) {
    stopped.add(channelId);
    jobs.remove(channelId);
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
