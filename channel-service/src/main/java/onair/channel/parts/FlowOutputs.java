package onair.channel.parts;

import java.util.Optional;
import onair.common.reconcile.ExternalResource;

/** Outputs, which are only ever seen as part of a flow. */
public interface FlowOutputs {

  /**
   * Those of one flow.
   *
   * @param flowArn empty when there is no flow, and so no output to be found
   */
  ExternalResource<FlowOutputSpec, ObservedFlowOutput> of(Optional<String> flowArn);
}
