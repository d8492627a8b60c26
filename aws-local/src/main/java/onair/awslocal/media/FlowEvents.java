package onair.awslocal.media;

/**
 * What happens to one running flow, in order per source or output. Called on a thread of the media
 * plane: return soon. Nothing is called after {@link TransportFlows#stop} has returned.
 */
public interface FlowEvents {

  /**
   * A sender is connected and bytes arrive.
   *
   * @param peer numeric address of the sender
   */
  void sourceConnected(String sourceId, String peer);

  /** The sender has left or fallen silent. The next one is waited for. */
  void sourceLost(String sourceId);

  /**
   * Somebody who is not let in tries to connect, or we are not let in; told once until another
   * reason comes up or a connection succeeds.
   *
   * @param id of the source or output
   */
  void refused(String id, SrtRefusal refusal);

  /**
   * A receiver is connected.
   *
   * @param peer numeric address of the receiver
   */
  void outputConnected(String outputId, String peer);

  /** The receiver has left. The next one is waited for. */
  void outputLost(String outputId);
}
