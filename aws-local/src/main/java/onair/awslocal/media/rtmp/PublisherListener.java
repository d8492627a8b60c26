package onair.awslocal.media.rtmp;

/**
 * Receives what is published to one ingest point, in order. Called while the publisher is being
 * read, so a listener that takes its time holds the publisher back.
 */
public interface PublisherListener {

  /** A publisher is there. Its headers follow if it has sent them already. */
  void connected();

  /** One tag; the first ones need not be a header or a keyframe. */
  void frame(FlvTag tag);

  /** The publisher is gone. */
  void disconnected();
}
