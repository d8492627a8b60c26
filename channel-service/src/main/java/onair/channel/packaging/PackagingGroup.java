package onair.channel.packaging;

import onair.common.aws.DeploymentProperties;
import onair.common.reconcile.ResourceKey;

/**
 * The packaging group as it is wanted.
 *
 * @param name {@code onair-<deployment>}
 */
public record PackagingGroup(String name) {

  /** Owner of the group in the reconcile tables; there is one per installation. */
  public static final String OWNER = "packaging-group";

  /** Kind of the group in the reconcile tables. */
  public static final String KIND = "mediapackage-group";

  /** The group of this installation. */
  public static PackagingGroup of(DeploymentProperties deployment) {
    return new PackagingGroup("onair-" + deployment.deployment());
  }

  static ResourceKey key() {
    return new ResourceKey(OWNER, KIND);
  }
}
