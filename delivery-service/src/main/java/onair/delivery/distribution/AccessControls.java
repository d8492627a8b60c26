package onair.delivery.distribution;

import onair.common.reconcile.ExternalResource;

/** Access controls in AWS; each of an installation's few is looked after by itself. */
public interface AccessControls {

  /**
   * The resource that one access control is; its kind differs for each signing.
   *
   * @param accessControl by whose name it is found again
   */
  ExternalResource<AccessControl, ObservedAccessControl> of(AccessControl accessControl);
}
