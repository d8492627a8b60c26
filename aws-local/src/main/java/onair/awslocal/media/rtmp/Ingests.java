package onair.awslocal.media.rtmp;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import onair.awslocal.media.IngestPoint;

/** All ingest points: where publishers are admitted and encoders listen. */
public final class Ingests {

  private final ConcurrentMap<IngestPoint, Ingest> ingests = new ConcurrentHashMap<>();

  /** Admits publishers to this point. */
  public void open(IngestPoint point) {
    ingests.compute(
        point,
        (key, known) -> {
          Ingest ingest = known == null ? new Ingest() : known;
          ingest.open();
          return ingest;
        });
  }

  /** Disconnects the publisher and admits no other. */
  public void close(IngestPoint point) {
    ingests.computeIfPresent(
        point,
        (key, ingest) -> {
          ingest.close();
          return ingest.isUnused() ? null : ingest;
        });
  }

  /**
   * Disconnects the publisher and refuses others for a while.
   *
   * @return false when none would be admitted anyway
   */
  public boolean interrupt(IngestPoint point, Duration time) {
    Ingest ingest = ingests.get(point);
    return ingest != null && ingest.interrupt(time);
  }

  /** This listener alone receives what is published to the point, open or not yet. */
  public void listen(IngestPoint point, PublisherListener listener) {
    ingests.compute(
        point,
        (key, known) -> {
          Ingest ingest = known == null ? new Ingest() : known;
          ingest.listen(listener);
          return ingest;
        });
  }

  /** Nothing is called on the listener after this. */
  public void unlisten(IngestPoint point, PublisherListener listener) {
    ingests.computeIfPresent(
        point,
        (key, ingest) -> {
          ingest.unlisten(listener);
          return ingest.isUnused() ? null : ingest;
        });
  }

  /** See {@link Ingest#publish}. */
  Ingest.Publication publish(IngestPoint point, Runnable disconnect) throws PublishRefused {
    Ingest ingest = ingests.get(point);
    if (ingest == null) {
      throw new PublishRefused("no such stream");
    }
    return ingest.publish(disconnect);
  }
}
