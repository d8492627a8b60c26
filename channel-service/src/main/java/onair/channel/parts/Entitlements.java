package onair.channel.parts;

import java.util.Optional;
import onair.common.reconcile.ExternalResource;

/** Entitlements, which are only ever seen as part of a flow. */
public interface Entitlements {

  /**
   * Those of one flow.
   *
   * @param flowArn empty when there is no flow, and so no entitlement to be found
   */
  ExternalResource<EntitlementSpec, ObservedEntitlement> of(Optional<String> flowArn);
}
