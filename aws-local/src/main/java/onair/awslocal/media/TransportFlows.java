package onair.awslocal.media;

import java.util.Optional;

/**
 * Transport streams that come in by SRT and go out to many, as MediaConnect asks for them. Bytes
 * are passed on as they came; an output that is slow or has no receiver holds up nobody. All calls
 * are safe from any thread.
 */
public interface TransportFlows {

  /**
   * Wants this flow to run until {@link #stop}: listeners listen and callers call, again and again
   * when the other side leaves or their process dies. When this returns, listening ports are taken.
   * A flow that runs already goes on with the new job: sources and outputs that are the same in
   * both are not disturbed.
   *
   * @throws FlowRefused when a port is in use or an address is not known; nothing runs then that
   *     did not before
   */
  void start(FlowJob job, FlowEvents events);

  /** Returns when all processes of the flow are gone and its ports are free. Idempotent. */
  void stop(String flowId);

  /** Whether a listener could have this port now. */
  boolean isFree(int port);

  /** How the source of a running flow is; empty for flows and sources that do not run. */
  Optional<SourceHealth> health(String flowId, String sourceId);
}
