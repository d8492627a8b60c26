package onair.channel.parts;

import java.util.Optional;
import onair.common.reconcile.ExternalResource;

/** Flows, which besides being there or not can run or not. */
public interface Flows extends ExternalResource<FlowSpec, ObservedFlow> {

  /** What a flow is doing, out of a listing all flows share; empty when it is gone. */
  Optional<FlowState> state(String physicalId);

  /** Asks AWS to start it, and returns at once; nothing happens when it has moved on already. */
  void start(String physicalId);

  /** Asks AWS to stop it, and returns at once; nothing happens when it has moved on already. */
  void stop(String physicalId);
}
