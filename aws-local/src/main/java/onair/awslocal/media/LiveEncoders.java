package onair.awslocal.media;

import java.util.Optional;

/**
 * Ingest and transcoding, as MediaLive asks for them. All calls are safe from any thread, and those
 * for one channel take effect in the order they are made.
 */
public interface LiveEncoders {

  /**
   * Admits a publisher to this point from now on. Without a running encoder its frames are dropped,
   * but the codec headers are kept, so an encoder that starts later begins at the next keyframe.
   * Opening an open point changes nothing.
   */
  void openIngest(IngestPoint point);

  /** Disconnects the publisher, if any, and refuses later ones. Closing a closed point is fine. */
  void closeIngest(IngestPoint point);

  /**
   * Wants this pipeline encoded until {@link #stop}: the encoder waits for a publisher, survives
   * its leaving, and is started again when it crashes. Idempotent by channel id and pipeline: a
   * running one keeps its job and its events.
   *
   * @throws AdmissionRefused when this machine already encodes as many channels as it can
   */
  void start(EncoderJob job, EncoderEvents events);

  /**
   * Puts a message into what a started channel sends to its origin. A channel that is not started
   * sends nothing, so there it is lost.
   */
  void splice(String channelId, Splice splice);

  /** Has all started pipelines of a channel do something; others do nothing. */
  void command(String channelId, EncoderCommand command);

  /** How a pipeline is; empty when it is not started. */
  Optional<EncoderHealth> health(String channelId, int pipeline);

  /** What a pipeline makes at present; empty when it has made no picture for a while. */
  Optional<Thumbnail> thumbnail(String channelId, int pipeline);

  /** Returns when the channel's encoder processes are gone. Idempotent; unknown ids are fine. */
  void stop(String channelId);

  /** The same for one pipeline; the other one goes on. */
  void stop(String channelId, int pipeline);
}
