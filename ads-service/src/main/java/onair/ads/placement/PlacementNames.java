package onair.ads.placement;

import onair.common.aws.DeploymentProperties;

/** Names of playback configurations: {@code onair-<deployment>-<playback id>}. */
public final class PlacementNames {

  private final String prefix;

  PlacementNames(DeploymentProperties deployment) {
    this.prefix = "onair-" + deployment.deployment() + "-";
  }

  /** The name that belongs to a playback id. */
  public String of(String playbackId) {
    return prefix + playbackId;
  }
}
