package onair.awslocal.media;

/** Where encoders get the transport streams of flows. Safe from any thread. */
public interface FlowFeeds {

  /** Receives the flow's stream from now on; one that is there already is told as connected. */
  void listen(FlowFeed feed, Listener listener);

  /** Nothing is called on the listener after this has returned. */
  void unlisten(FlowFeed feed, Listener listener);

  /** Receives one flow's stream, in order. Must never block: all outputs wait for it. */
  interface Listener {

    /** A stream begins. */
    void connected();

    /**
     * A piece of the stream.
     *
     * @param packets whole packets of 188 bytes each; shared, never changed
     * @param milliseconds when they arrived, on a clock that only goes forward
     */
    void packets(byte[] packets, long milliseconds);

    /** The stream has ended; the next one has nothing to do with it. */
    void disconnected();

    /** The stream was a file and has ended; nothing more comes. */
    default void ended() {}
  }
}
